#include "parindex/survey/tally.hpp"
#include "text/quoted.hpp"

#include <algorithm>

namespace parindex::inline v0 {

namespace {

class subtraction {
public:
    subtraction(unit_counts& from, const unit_counts& part) : from_(from), part_(part) {}

    void run() {
        take(from_.sheets.valid, part_.sheets.valid);
        take(from_.rows, part_.rows);
        for (const auto& [key, sums] : part_.clusters) {
            const auto found = from_.clusters.find(key);
            if (found == from_.clusters.end()) fail();
            take(found->second, sums);
            // Of a cluster, nothing tells whether anybody is left but that somebody has an answer that counts.
            if (std::all_of(found->second.begin(), found->second.end(), [](std::uint64_t each) { return each == 0; })) {
                from_.clusters.erase(found);
            }
        }
        for (const auto& [key, moments] : part_.strata) {
            const auto found = from_.strata.find(key);
            if (found == from_.strata.end()) fail();
            take(found->second.respondents, moments.respondents);
            take(found->second.sums, moments.sums);
            take(found->second.products, moments.products);
            if (found->second.respondents == 0) from_.strata.erase(found);
        }
    }

private:
    [[noreturn]] void fail() const {
        throw error(error_code::invalid_tally,
                    "unit " + quoted(from_.unit) + ": the part counts what the whole does not");
    }
    void take(std::uint64_t& from, std::uint64_t part) const {
        if (part > from) fail();
        from -= part;
    }
    void take(std::vector<std::uint64_t>& from, const std::vector<std::uint64_t>& part) const {
        if (from.size() != part.size()) fail();
        for (std::size_t at = 0; at < from.size(); ++at) take(from[at], part[at]);
    }

    unit_counts& from_;
    const unit_counts& part_;
};

}  // namespace

tally without(const tally& all, const tally& part) {
    if (!(all.form() == part.form()) || !(all.options() == part.options())) {
        throw error(error_code::different_questionnaires,
                    "a tally can be taken only from one of the same questionnaire, groups and precision");
    }
    std::vector<unit_counts> left = all.contents();
    for (const unit_counts& each : part.contents()) {
        const auto found = std::lower_bound(left.begin(), left.end(), each.unit,
                                            [](const unit_counts& a, const std::string& b) { return a.unit < b; });
        if (found == left.end() || found->unit != each.unit) {
            throw error(error_code::invalid_tally, "the whole has no unit " + quoted(each.unit));
        }
        subtraction(*found, each).run();
    }
    return tally::from_contents(all.form(), all.options(), std::move(left));
}

}  // namespace parindex::inline v0
