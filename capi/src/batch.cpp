#include "batch_table.hpp"
#include "context.hpp"
#include "guard.hpp"
#include "scored_unit.hpp"
#include "structure.hpp"
#include "support/finding_list.hpp"
#include "text.hpp"

#include <algorithm>
#include <cstddef>

using namespace parindex::capi;

namespace {

constexpr size_t first_batch_size = PARINDEX_SIZE_THROUGH(parindex_batch, unit_group);
constexpr size_t first_result_size = PARINDEX_SIZE_THROUGH(parindex_batch_result, exact);

/// The points of a unit as integers in the arrays of the caller.
class result_writer {
public:
    result_writer(const parindex_batch_result& to, const parindex::criteria_set& set)
        : to_(to), nodes_(set.nodes().size()), parts_(set.parts().size()) {
        static_cast<void>(parindex::decimal::from_parts(0, to.places));
        mode_ = word_in(to.rounding, parindex::rounding_mode::ceiling, "rounding");
        if (to.statuses == nullptr) throw parindex::error(parindex::error_code::null_pointer, "statuses is NULL");
    }

    /// @throws error_code::overflow where points do not fit; then the unit has to be refused
    void write(size_t row, const parindex::evaluation& scored) const {
        bool exact = true;
        const auto integer = [&](const parindex::ratio& points) {
            const auto rounded = points.to_decimal(to_.places, mode_);
            exact = exact && rounded.exact;
            return rounded.value.coefficient();
        };
        if (to_.totals != nullptr) to_.totals[row] = integer(scored.total().score);
        if (to_.unmarked != nullptr) to_.unmarked[row] = static_cast<int32_t>(scored.total().unmarked);
        if (to_.parts != nullptr) {
            for (size_t part = 0; part < parts_; ++part)
                to_.parts[row * parts_ + part] = integer(scored.part(part).score);
        }
        if (to_.points != nullptr) {
            for (size_t node = 0; node < nodes_; ++node)
                to_.points[row * nodes_ + node] = integer(scored.at(node).score);
        }
        if (to_.exact != nullptr) to_.exact[row] = exact ? 1 : 0;
        refuse(row, parindex::error_code::none, PARINDEX_NONE);
    }

    void refuse(size_t row, parindex::error_code code, int32_t node) const noexcept {
        to_.statuses[row] = static_cast<int32_t>(code);
        if (to_.nodes != nullptr) to_.nodes[row] = node;
    }

    /// What a refused unit has.
    void write_zeros(size_t row) const noexcept {
        if (to_.totals != nullptr) to_.totals[row] = 0;
        if (to_.unmarked != nullptr) to_.unmarked[row] = 0;
        if (to_.parts != nullptr) std::fill_n(to_.parts + row * parts_, parts_, 0);
        if (to_.points != nullptr) std::fill_n(to_.points + row * nodes_, nodes_, 0);
        if (to_.exact != nullptr) to_.exact[row] = 0;
    }

private:
    parindex_batch_result to_;
    parindex::rounding_mode mode_{};
    size_t nodes_;
    size_t parts_;
};

/// Scores the rows of a table one after the other.
class batch_scorer {
public:
    batch_scorer(const parindex::criteria_set& set, const parindex_context* context, const parindex_batch& batch,
                 const parindex_batch_result& result)
        : set_(set), context_(context), batch_(batch), table_(set, batch), writer_(result, set) {
        if (batch.unit_count > parindex::limits::batch_units) {
            throw parindex::error(
                parindex::error_code::too_many_assessments,
                "the table has more than " + std::to_string(parindex::limits::batch_units) + " units");
        }
        marks_.set = set.key();
        marks_.year = assessed_year(batch.year);
        marks_.unit.group = known_group(set, text_in(batch.unit_group));
        common_ = context_for(context, set, marks_.unit, marks_.year);
    }

    parindex::diagnostics run() {
        for (size_t row = 0; row < batch_.unit_count; ++row) score(row);
        return std::move(found_).take();
    }

private:
    /// What is wrong with one unit fails that unit; what is wrong with the machine, all of them.
    void score(size_t row) {
        try {
            score_unit(row);
        } catch (const parindex::error& problem) {
            refuse(row, std::nullopt, {problem.code(), {}, {}, {}, problem.what()});
        }
    }

    void score_unit(size_t row) {
        name_unit(row);
        if (const std::optional<bad_cell> bad = table_.read_row(row, marks_)) {
            refuse(row, bad->column, {bad->code, {}, {}, table_.at(bad->column).leaf->code, bad->message});
            return;
        }
        const auto scored = batch_.units == nullptr || context_ == nullptr
                                ? evaluate(set_, marks_, common_)
                                : evaluate(set_, marks_, context_for(context_, set_, marks_.unit, marks_.year));
        if (scored) {
            writer_.write(row, *scored);
            return;
        }
        const auto first =
            std::find_if(scored.error().begin(), scored.error().end(),
                         [](const parindex::diagnostic& each) { return each.level == parindex::severity::error; });
        refuse(row, table_.column_of(first->criterion), *first);
    }

    /// A unit without a code is called by its row.
    void name_unit(size_t row) {
        const char* const code = batch_.units == nullptr ? nullptr : batch_.units[row];
        marks_.unit.code = code == nullptr ? std::to_string(row) : stored_text(text_in(code), "the code of the unit");
        marks_.unit.name = marks_.unit.code;
    }

    void refuse(size_t row, std::optional<size_t> column, parindex::diagnostic found) {
        const size_t node = found.criterion.empty() ? parindex::criteria_set::none : set_.find(found.criterion);
        writer_.write_zeros(row);
        writer_.refuse(row, found.code, index_out(node));
        found.where = {};
        found.where.pointer = "/" + std::to_string(row) + (column ? "/" + std::to_string(*column) : std::string());
        found_.add(std::move(found));
    }

    const parindex::criteria_set& set_;
    const parindex_context* context_;
    const parindex_batch& batch_;
    batch_table table_;
    result_writer writer_;
    parindex::assessment marks_;
    parindex::evaluation_context common_;
    parindex::finding_list found_;
};

}  // namespace

parindex_status parindex_batch_score(const parindex_criteria_set* set, const parindex_context* context,
                                     const parindex_batch* batch, const parindex_batch_result* result,
                                     parindex_diagnostics** diagnostics, parindex_error* report) noexcept {
    clear(diagnostics);
    return guarded(report, [&] {
        const parindex::criteria_set& of = open(set, "set").set;
        const parindex_batch table = structure_in(batch, first_batch_size, "batch");
        const parindex_batch_result to = structure_in(result, first_result_size, "result");
        auto found = batch_scorer(of, context, table, to).run();
        return hand_out(std::move(found), diagnostics);
    });
}
