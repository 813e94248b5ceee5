#include "guard.hpp"
#include "numeric/shortest_text.hpp"
#include "structure.hpp"
#include "text.hpp"

using namespace parindex::capi;

namespace {

constexpr size_t first_node_size = PARINDEX_SIZE_THROUGH(parindex_node, fact_count);
constexpr size_t first_fact_size = PARINDEX_SIZE_THROUGH(parindex_fact, level_count);

const parindex::criteria_set::node& node_at(const parindex_criteria_set* set, int32_t index) {
    const std::span<const parindex::criteria_set::node> nodes = open(set, "set").set.nodes();
    return nodes[index_in(index, nodes.size(), "node")];
}

const parindex::fact_declaration& fact_at(const parindex::criteria_set::node& node, int32_t index) {
    const size_t at = index_in(index, node.rule == nullptr ? 0 : node.rule->facts.size(), "fact");
    return node.rule->facts[at];
}

/// The forms of a rule are numbered from 1 as they stand in the variant; 0 is no rule.
int32_t form_of(const parindex::criteria_set::node& node) {
    return node.rule == nullptr ? PARINDEX_RULE_NONE : static_cast<int32_t>(node.rule->points.form.index()) + 1;
}

std::string text_of(const parindex::criteria_set& set, size_t index, int32_t which) {
    const parindex::criteria_set::node& node = set.at(index);
    if (which == PARINDEX_TEXT_CODE) return node.code;
    if (which == PARINDEX_TEXT_NAME) return index == 0 ? set.description().name : node.name;
    if (which == PARINDEX_TEXT_ASSUMPTION) return node.assumption;
    if (index == 0 && which == PARINDEX_TEXT_DECISION_NUMBER) return set.key().number;
    if (index == 0 && which == PARINDEX_TEXT_DECISION_ISSUER) return set.key().issuer;
    if (index == 0 && which == PARINDEX_TEXT_DECISION_DATE) return to_string(set.key().issued);
    refuse_word(which, index == 0 ? "text of a set" : "text of a node");
}

}  // namespace

parindex_status parindex_criteria_set_read(const char* json, size_t json_size, const char* file, size_t file_size,
                                           parindex_criteria_set** set, parindex_diagnostics** diagnostics,
                                           parindex_error* report) noexcept {
    clear(diagnostics);
    return guarded(report, [&] {
        prepare(set, "set");
        parindex::diagnostics notes;
        auto read = parindex::read_criteria_set(text_in(json, json_size, "json"), file_in(file, file_size), &notes);
        if (!read) return refuse(std::move(read).error(), diagnostics, report);
        return hand_out(std::make_unique<parindex_criteria_set>(*std::move(read)), set, std::move(notes), diagnostics);
    });
}

void parindex_criteria_set_free(parindex_criteria_set* set) noexcept {
    release(set);
}

parindex_status parindex_criteria_set_json(const parindex_criteria_set* set, char* buffer, size_t capacity,
                                           size_t* size, parindex_error* report) noexcept {
    return guarded(report, [&] { return text_out(write_criteria_set(open(set, "set").set), buffer, capacity, size); });
}

parindex_status parindex_criteria_set_write(const parindex_criteria_set* set, parindex_write_function write, void* user,
                                            parindex_error* report) noexcept {
    return guarded(report, [&] { return write_out(write_criteria_set(open(set, "set").set), write, user); });
}

int32_t parindex_criteria_set_node_count(const parindex_criteria_set* set) noexcept {
    const parindex_criteria_set* const given = intact(set);
    return given == nullptr ? 0 : static_cast<int32_t>(given->set.nodes().size());
}

parindex_status parindex_criteria_set_node(const parindex_criteria_set* set, int32_t index, parindex_node* node,
                                           parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::criteria_set::node& found = node_at(set, index);
        check_structure(node, first_node_size, "node");
        parindex_node out{};
        out.kind = word_out(found.kind);
        out.point_kind = word_out(found.points);
        out.parent = index_out(found.parent);
        out.end = index_out(found.end);
        out.level = index_out(found.level);
        out.part = index_out(found.part);
        out.states_maximum = found.states_maximum ? 1 : 0;
        out.maximum_origin = word_out(found.maximum_origin);
        out.rule = form_of(found);
        out.fact_count = found.rule == nullptr ? 0 : static_cast<int32_t>(found.rule->facts.size());
        return structure_out(out, node);
    });
}

parindex_status parindex_criteria_set_text(const parindex_criteria_set* set, int32_t node, int32_t which, char* buffer,
                                           size_t capacity, size_t* size, parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::criteria_set& of = open(set, "set").set;
        return text_out(text_of(of, index_in(node, of.nodes().size(), "node"), which), buffer, capacity, size);
    });
}

parindex_status parindex_criteria_set_maximum(const parindex_criteria_set* set, int32_t node, char* buffer,
                                              size_t capacity, size_t* size, parindex_error* report) noexcept {
    return guarded(report, [&] { return text_out(shortest_text(node_at(set, node).maximum), buffer, capacity, size); });
}

parindex_status parindex_criteria_set_find(const parindex_criteria_set* set, const char* code, size_t code_size,
                                           int32_t* node, parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::criteria_set& of = open(set, "set").set;
        required(node, "node") = index_out(find_node(of, text_in(code, code_size, "code")));
        return PARINDEX_OK;
    });
}

int32_t parindex_criteria_set_part_count(const parindex_criteria_set* set) noexcept {
    const parindex_criteria_set* const given = intact(set);
    return given == nullptr ? 0 : static_cast<int32_t>(given->set.parts().size());
}

parindex_status parindex_criteria_set_part_text(const parindex_criteria_set* set, int32_t part, int32_t which,
                                                char* buffer, size_t capacity, size_t* size,
                                                parindex_error* report) noexcept {
    return guarded(report, [&] {
        const std::span<const parindex::part> parts = open(set, "set").set.parts();
        const parindex::part& found = parts[index_in(part, parts.size(), "part")];
        return text_out(code_or_name(which, found.code, found.name), buffer, capacity, size);
    });
}

parindex_status parindex_criteria_set_fact(const parindex_criteria_set* set, int32_t node, int32_t index,
                                           parindex_fact* fact, parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::fact_declaration& found = fact_at(node_at(set, node), index);
        check_structure(fact, first_fact_size, "fact");
        parindex_fact out{};
        out.kind = word_out(found.kind);
        out.source = word_out(found.source);
        out.level_count = static_cast<int32_t>(found.levels.size());
        return structure_out(out, fact);
    });
}

parindex_status parindex_criteria_set_fact_text(const parindex_criteria_set* set, int32_t node, int32_t fact,
                                                int32_t level, int32_t which, char* buffer, size_t capacity,
                                                size_t* size, parindex_error* report) noexcept {
    return guarded(report, [&] {
        const parindex::fact_declaration& found = fact_at(node_at(set, node), fact);
        if (level == PARINDEX_NONE) {
            return text_out(code_or_name(which, found.name, found.label), buffer, capacity, size);
        }
        const parindex::fact_level& one = found.levels[index_in(level, found.levels.size(), "level")];
        return text_out(code_or_name(which, one.code, one.label), buffer, capacity, size);
    });
}

parindex_status parindex_criteria_set_warnings(const parindex_criteria_set* set, parindex_diagnostics** diagnostics,
                                               parindex_error* report) noexcept {
    return guarded(report, [&] {
        prepare(diagnostics, "diagnostics");
        return hand_out(open(set, "set").set.warnings(), diagnostics);
    });
}
