// A tally from counts that were written down: whether they can be those of sheets at all.
#include "parindex/support/limits.hpp"
#include "survey/tally/exact_count.hpp"
#include "survey/tally/tally_layout.hpp"
#include "survey/tally/tally_sum.hpp"
#include "text/quoted.hpp"

#include <optional>

namespace parindex::inline v0 {

namespace {

/// The sum; nothing where it does not fit.
std::optional<std::uint64_t> sum_of(std::span<const std::uint64_t> counts) noexcept {
    std::uint64_t out = 0;
    for (const std::uint64_t each : counts) {
        if (!add_if_fits(out, each)) return std::nullopt;
    }
    return out;
}

class contents_check {
public:
    contents_check(const tally& empty, const tally_layout& layout, const unit_counts& counts)
        : tally_(empty), layout_(layout), counts_(counts) {}

    void run() {
        require(counts_.rows.size() == tally_.rows() * layout_.row_size, "rows of another size");
        require(counts_.sheets.valid <= counts_.sheets.returned, "more valid sheets than returned ones");
        require(!counts_.has_aggregates || tally_.options().precision == tally_precision::none,
                "answers without respondents, where precision is kept");
        const std::uint64_t respondents = counts_.rows[0];
        require(counts_.has_aggregates ? respondents <= counts_.sheets.valid : respondents == counts_.sheets.valid,
                "respondents that are not as many as the valid sheets");
        for (std::size_t row = 0; row < tally_.rows(); ++row) check_row(row);
        check_categories();
        check_precision();
    }

private:
    void require(bool holds, const char* what) const {
        if (holds) return;
        throw error(error_code::invalid_tally, "unit " + quoted(counts_.unit) + " has " + what);
    }
    [[nodiscard]] std::span<const std::uint64_t> row_at(std::size_t row) const {
        return std::span(counts_.rows).subspan(row * layout_.row_size, layout_.row_size);
    }

    void check_row(std::size_t at) const {
        const auto row = row_at(at);
        for (std::size_t scope = 0; scope < layout_.slots_of_scope.size(); ++scope) {
            const std::uint64_t persons = row[1 + 2 * scope];
            require(persons <= row[0] && row[2 + 2 * scope] <= persons, "more persons than respondents");
        }
        for (std::size_t each = 0; each < layout_.places.size(); ++each) {
            const auto places = row.subspan(layout_.first_place[each], layout_.places[each]);
            const std::size_t options = layout_.options[each];
            const auto sheets = sum_of(layout_.mentions[each] == 0 ? places : places.subspan(options));
            // Counts of others may add up to more than 64 bits hold, those of sheets may not.
            require(counts_.has_aggregates ? !sheets || *sheets >= row[0] : sheets == row[0],
                    "answers to a question that are not as many as its respondents");
            if (layout_.mentions[each] == 0) {
                require(places[options] == 0, "an answer without an option");
                continue;
            }
            const auto mentions = sum_of(places.first(options));
            require(counts_.has_aggregates || (mentions && *mentions >= places[options]),
                    "fewer mentions than respondents who made them");
            for (std::size_t option = 0; option < options; ++option) {
                require(counts_.has_aggregates || places[option] <= places[options],
                        "more mentions of an option than respondents");
            }
        }
    }

    /// The categories of a group are all respondents.
    void check_categories() const {
        std::size_t first = 1;
        for (const std::string& group : tally_.options().by) {
            const std::size_t end = tally_.row_of(group, "") + 1;
            for (std::size_t cell = 0; cell < layout_.row_size; ++cell) {
                std::uint64_t sum = 0;
                for (std::size_t row = first; row < end; ++row) {
                    require(add_if_fits(sum, row_at(row)[cell]), "categories of a group that do not add up");
                }
                require(sum == row_at(0)[cell], "categories of a group that do not add up");
            }
            first = end;
        }
    }

    /// What the counts of all say of the vectors that precision is about: counted, satisfied; levels are not told
    /// apart.
    [[nodiscard]] std::vector<std::uint64_t> expected_sums() const {
        std::vector<std::uint64_t> out;
        for (const std::size_t question : layout_.index_questions) {
            std::uint64_t sums[3] = {0, 0, 0};
            for (std::size_t place = 0; place < layout_.places[question]; ++place) {
                const std::size_t at = layout_.first_place[question] + place;
                const std::uint64_t count = counts_.rows[at];
                if ((layout_.judged[at] & judgement::counted) != 0) sums[0] += count;
                if (layout_.judged[at] == judgement::counted) sums[1] += count;
                const std::uint64_t level = layout_.levels[at];
                require(level == 0 || count <= (~std::uint64_t{0} - sums[2]) / level, "levels beyond 64 bits");
                sums[2] += count * level;
            }
            out.insert(out.end(), sums, sums + 3);
        }
        return out;
    }

    void add_checked(std::vector<std::uint64_t>& into, const std::vector<std::uint64_t>& sums) const {
        require(sums.size() == into.size(), "sums of another size");
        for (std::size_t at = 0; at < into.size(); ++at) {
            require(sums[at] <= ~into[at], "sums beyond 64 bits");
            into[at] += sums[at];
        }
    }

    void check_precision() const {
        const tally_precision kept = tally_.options().precision;
        require(kept == tally_precision::clusters || counts_.clusters.empty(), "clusters that the tally does not keep");
        require(kept == tally_precision::respondents || counts_.strata.empty(), "strata that the tally does not keep");
        if (kept == tally_precision::none) return;
        const std::vector<std::uint64_t> expected = expected_sums();
        std::vector<std::uint64_t> found(expected.size());
        std::uint64_t respondents = 0;
        for (const auto& [key, sums] : counts_.clusters) add_checked(found, sums);
        for (const auto& [key, moments] : counts_.strata) {
            add_checked(found, moments.sums);
            require(moments.products.size() == expected.size() * (expected.size() + 1) / 2, "products of another size");
            require(moments.respondents <= ~respondents, "respondents beyond 64 bits");
            respondents += moments.respondents;
            check_products(moments);
        }
        require(found == expected, "clusters or strata that do not add up to the answers");
        require(kept == tally_precision::clusters || respondents == counts_.sheets.valid,
                "strata that do not add up to the respondents");
    }

    /// Counted and satisfied are 0 or 1, so that their squares are themselves.
    void check_products(const moment_sums& moments) const {
        std::size_t diagonal = 0;
        for (std::size_t at = 0; at < moments.sums.size(); ++at) {
            if (at % 3 != 2)
                require(moments.products[diagonal] == moments.sums[at], "products that contradict the sums");
            diagonal += moments.sums.size() - at;
        }
    }

    const tally& tally_;
    const tally_layout& layout_;
    const unit_counts& counts_;
};

}  // namespace

tally tally::from_contents(questionnaire form, tally_options options, std::vector<unit_counts> contents) {
    tally out(std::move(form), std::move(options));
    for (unit_counts& each : contents) {
        if (out.find_unit(each.unit) != questionnaire::none) {
            throw error(error_code::invalid_tally, "unit " + quoted(each.unit) + " is there twice");
        }
        contents_check(out, *out.layout_, each).run();
        const std::size_t unit = out.new_unit(each.unit);
        out.reserve(precision_cells_of(each));
        out.is_full_ = out.is_full_ || is_large(each);
        out.units_[unit] = std::move(each);
    }
    return out;
}

}  // namespace parindex::inline v0
