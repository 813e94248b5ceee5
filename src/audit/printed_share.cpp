#include "parindex/audit/printed_share.hpp"

#include "numeric/shortest_text.hpp"
#include "parindex/numeric/allocation.hpp"
#include "parindex/numeric/number_text.hpp"
#include "parindex/numeric/wide.hpp"
#include "text/quoted.hpp"

#include <algorithm>
#include <cstddef>

namespace parindex::inline v0 {

namespace {

constexpr int most_places_of_100 = 16;  // 100 with 17 decimals needs more than 64 bits

void require(bool holds, const std::string& otherwise) {
    if (!holds) throw error(error_code::invalid_printed_share, otherwise);
}

void require_count(std::int64_t count, std::int64_t whole) {
    require(count >= 0 && count <= whole,
            "a class of " + std::to_string(whole) + " cannot be " + std::to_string(count));
}

void require_whole(std::int64_t whole) {
    require(whole >= 1, "a share needs a whole of at least 1");
}

/// The shares, 0..1, that print as a percentage.
value_interval shares_of(decimal percent, rounding_mode mode) {
    return values_printed_as(percent, mode) * ratio(1, 100);
}

std::int64_t less(std::int64_t from, std::int64_t value) {
    std::int64_t out = 0;
    require(!wide::subtract_overflows(from, value, out), "the classes are more than 64 bits hold");
    return out;
}

class class_checker {
public:
    class_checker(std::span<const printed_class> classes, std::optional<std::int64_t> whole, rounding_mode mode)
        : classes_(classes), whole_(whole), mode_(mode) {}

    class_check run() {
        if (whole_) require_whole(*whole_);
        for (const printed_class& each : classes_) look_at(each);
        add_up_percents();
        if (whole_) add_up_counts(*whole_);
        return std::move(out_);
    }

private:
    void look_at(const printed_class& each) {
        require(each.count || each.percent, "class " + quoted(each.name) + " has neither a count nor a percentage");
        require(!each.count || *each.count >= 0, "class " + quoted(each.name) + " has a count below 0");
        std::optional<count_range> fitting;
        if (each.percent && whole_) fitting = counts_printed_as(*each.percent, *whole_, mode_);
        if (each.count && (!each.percent || !whole_)) fitting = {*each.count, *each.count};
        if (each.count && each.percent && whole_) {
            const bool agree = fitting && fitting->first <= *each.count && *each.count <= fitting->last;
            fitting = agree ? std::optional(count_range{*each.count, *each.count}) : std::nullopt;
        }
        if (!fitting && whole_) {
            const std::string of = " of " + std::to_string(*whole_);
            report(error_code::impossible_share,
                   "class " + quoted(each.name) + " is printed as " + to_string(*each.percent) + " %" + of + ": " +
                       (each.count ? std::to_string(*each.count) + of + " is " +
                                         shortest_text(round_to(ratio(*each.count, *whole_) * 100, 6).value) + " %"
                                   : "no count gives that"));
        }
        out_.counts.push_back(fitting);
    }

    void add_up_percents() {
        if (classes_.empty()) return;
        value_interval exact{0, 0};
        decimal sum;
        bool possible = true;
        for (const printed_class& each : classes_) {
            if (!each.percent) return;
            const value_interval own = intersection(values_printed_as(*each.percent, mode_), {0, 100});
            possible = possible && !own.empty();
            exact = exact + own;
            sum += *each.percent;
        }
        out_.percent_residual = 100 - sum;
        out_.rounding_explains_percents = possible && exact.contains(100);
        if (out_.rounding_explains_percents) return;
        report(error_code::classes_not_whole,
               "the percentages add up to " + to_string(sum) + ": rounding does not explain the difference from 100");
    }

    void add_up_counts(std::int64_t whole) {
        count_range left{whole, whole};
        for (const std::optional<count_range>& each : out_.counts) {
            if (!each) return;
            left = {less(left.first, each->last), less(left.last, each->first)};
        }
        out_.residual = left;
        if (left.first <= 0 && left.last >= 0) {
            out_.example = example(whole);
            return;
        }
        const std::string least = std::to_string(left.first);
        const std::string most = std::to_string(left.last);
        report(error_code::classes_not_whole, "the classes of " + std::to_string(whole) + " leave " +
                                                  (least == most ? least : least + " to " + most) + " unclassified");
    }

    /// The counts next to the percentages, then moved within what each class can be until they add up. @pre they can
    [[nodiscard]] std::vector<std::int64_t> example(std::int64_t whole) const {
        std::vector<std::int64_t> counts;
        std::int64_t left = whole;
        for (std::size_t at = 0; at < classes_.size(); ++at) {
            const count_range& can = *out_.counts[at];
            // Where several counts fit, there is a percentage.
            const ratio printed = can.first == can.last ? can.first : ratio(*classes_[at].percent) * whole / 100;
            const ratio nearest = std::clamp(round_to(printed, 0).value, ratio(can.first), ratio(can.last));
            counts.push_back(nearest.to_decimal(0).value.coefficient());
            left = less(left, counts.back());
        }
        for (std::size_t at = 0; at < counts.size() && left != 0; ++at) {
            const count_range& can = *out_.counts[at];
            const std::int64_t moved = std::clamp(left, can.first - counts[at], can.last - counts[at]);
            counts[at] += moved;
            left -= moved;
        }
        return counts;
    }

    void report(error_code code, std::string message) {
        out_.findings.push_back({code, severity::warning, {}, {}, std::move(message)});
    }

    std::span<const printed_class> classes_;
    std::optional<std::int64_t> whole_;
    rounding_mode mode_;
    class_check out_;
};

}  // namespace

std::optional<count_range> counts_printed_as(decimal percent, std::int64_t whole, rounding_mode mode) {
    require_whole(whole);
    return counts_within(shares_of(percent, mode), whole);
}

std::array<mode_evidence, 7> explain_rounding(std::span<const printed_share> shares) {
    for (const printed_share& each : shares) {
        require_whole(each.whole);
        if (each.count) require_count(*each.count, each.whole);
    }
    std::array<mode_evidence, 7> out;
    for (std::size_t mode = 0; mode < out.size(); ++mode) {
        out[mode].mode = static_cast<rounding_mode>(mode);
        for (std::size_t at = 0; at < shares.size() && !out[mode].refuted_by; ++at) {
            const printed_share& each = shares[at];
            const bool given = each.count
                                   ? shares_of(each.percent, out[mode].mode).contains(ratio(*each.count, each.whole))
                                   : counts_printed_as(each.percent, each.whole, out[mode].mode).has_value();
            if (!given) out[mode].refuted_by = at;
        }
    }
    return out;
}

class_check check_classes(std::span<const printed_class> classes, std::optional<std::int64_t> whole,
                          rounding_mode mode) {
    return class_checker(classes, whole, mode).run();
}

share_row print_shares(std::span<const std::int64_t> counts, std::int64_t whole, const share_style& style) {
    require_whole(whole);
    require(style.how.places >= 0 && std::max(style.how.places, style.most_places) <= most_places_of_100,
            "a percentage has 0..16 decimals");
    ratio classified;
    std::vector<ratio> weights;
    for (const std::int64_t count : counts) {
        require_count(count, whole);
        weights.emplace_back(count);
        classified += count;
    }
    const bool forced = style.sum == share_sum::largest_remainder;
    require(!forced || classified == whole,
            "shares that must add up to 100 need counts that add up to " + std::to_string(whole));
    share_row out;
    for (int places = style.how.places;; ++places) {
        out.percents.clear();
        if (forced) {
            out.percents = allocate(100, weights, places);
        } else {
            for (const std::int64_t count : counts) {
                out.percents.push_back((ratio(count, whole) * 100).to_decimal(places, style.how.mode).value);
            }
        }
        out.faithful = true;
        for (std::size_t at = 0; at < counts.size(); ++at) {
            if (counts[at] != 0 && out.percents[at] == 0) out.faithful = false;
            if (counts[at] != whole && out.percents[at] == 100) out.faithful = false;
        }
        if (out.faithful || places >= style.most_places) return out;
    }
}

decimal printed_difference(const ratio& later, const ratio& earlier, const rounding& how, difference_of basis) {
    const auto print = [&how](const ratio& value) { return value.to_decimal(how.places, how.mode).value; };
    return basis == difference_of::printed_values ? print(later) - print(earlier) : print(later - earlier);
}

}  // namespace parindex::inline v0
