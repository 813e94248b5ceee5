#include "io/json_values.hpp"
#include "io/write_rule.hpp"
#include "parindex/io/assessment_file.hpp"

#include <algorithm>

namespace parindex::inline v0 {

namespace {

using json::put;
using json::tree;
using json::written;

tree written_mark(const mark& each) {
    tree out{{"criterion", each.criterion}};
    put(out, "score", each.score);
    put(out, "loss", each.loss);
    if (each.not_applicable) out["not_applicable"] = *each.not_applicable;
    if (each.facts) out["facts"] = written(*each.facts);
    if (!each.proofs.empty()) {
        tree& proofs = out["evidence"] = tree::array();
        for (const evidence& proof : each.proofs) {
            tree& added = proofs.push_back(tree{{"document", proof.document}});
            put(added, "place", proof.place);
        }
    }
    put(out, "explanation", each.explanation);
    return out;
}

/// Rounds in the order in which they first occur, each with its marks in their order.
tree written_rounds(const std::vector<mark>& marks) {
    std::vector<scoring_round> order;
    for (const mark& each : marks) {
        if (std::find(order.begin(), order.end(), each.round) == order.end()) order.push_back(each.round);
    }
    tree out = tree::array();
    for (const scoring_round round : order) {
        tree& added = out.push_back(tree{{"round", to_string(round)}});
        tree& own = added["marks"] = tree::array();
        for (const mark& each : marks) {
            if (each.round == round) own.push_back(written_mark(each));
        }
    }
    return out;
}

/// A published figure keeps its places: they say how far it was rounded.
tree as_printed(const decimal& value) {
    return to_string(value);
}

tree written_rank(const published_rank& rank) {
    tree out{{"place", rank.place}, {"of", rank.of}};
    if (rank.change) out["change"] = *rank.change;
    return out;
}

tree written_published(const published_figures& from) {
    tree out = tree::object();
    if (from.total) out["total"] = as_printed(*from.total);
    if (from.self_total) out["self_total"] = as_printed(*from.self_total);
    if (from.deductions) out["deductions"] = as_printed(*from.deductions);
    for (const auto& [code, value] : from.parts) out["parts"][code] = as_printed(value);
    for (const auto& [code, value] : from.fields) out["fields"][code] = as_printed(value);
    if (from.rank) out["rank"] = written_rank(*from.rank);
    if (from.satisfaction_rank) out["satisfaction_rank"] = written_rank(*from.satisfaction_rank);
    return out;
}

void write_unit(tree& out, const assessment& from) {
    tree& unit = out["unit"] = {{"code", from.unit.code}, {"name", from.unit.name}};
    put(unit, "group", from.unit.group);
    put(unit, "outside_ranking", from.unit.outside_ranking);
}

void write_marks(tree& out, const assessment& from) {
    out["rounds"] = written_rounds(from.marks);
    tree published = written_published(from.published);
    if (!published.empty()) out["published"] = std::move(published);
}

}  // namespace

std::string write_assessment(const assessment& marks) {
    tree out{{"format", "parindex.assessment/1"}};
    put(out, "source", marks.source);
    out["set"] = written(marks.set);
    write_unit(out, marks);
    out["year"] = marks.year;
    write_marks(out, marks);
    return out.file_text();
}

std::string write_assessments(std::span<const assessment> units) {
    tree out{{"format", "parindex.assessments/1"}};
    if (units.empty()) throw error(error_code::missing_key, "a file of several units needs at least one");
    put(out, "source", units.front().source);
    out["set"] = written(units.front().set);
    out["year"] = units.front().year;
    tree& elements = out["units"] = tree::array();
    for (const assessment& each : units) {
        if (!(each.set == units.front().set) || each.year != units.front().year) {
            throw error(error_code::set_mismatch, "the units of one file share a set and a year");
        }
        tree& added = elements.push_back(tree::object());
        write_unit(added, each);
        write_marks(added, each);
    }
    return out.file_text();
}

}  // namespace parindex::inline v0
