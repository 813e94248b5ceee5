// Reads the samples that designs.R wrote, computes the same from them and compares.
//
// usage: precision_runner FILE          exit 1 if anything differs
//        precision_runner FILE --spoil  our numbers are changed in the eighth digit: exit 1 if that is not seen
//        everywhere
#include "parindex/parindex.hpp"

#include <charconv>
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace parindex;

double number(const std::string& text) {
    double out = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) throw std::runtime_error("no number: " + text);
    return out;
}

struct sample {
    std::string name;
    sample_design design;
    bool respondents = false;  // each is a cluster
    std::size_t questions = 1;
    std::vector<double> coefficients;
    std::vector<std::size_t> strata;
    std::vector<std::uint64_t> clusters;
    std::vector<double> weights;
    std::vector<std::vector<double>> numerators;
    std::vector<std::vector<double>> denominators;
    decimal level;
    std::map<std::string, double> expected;
    bool lonely = false;
};

using results = std::map<std::string, double>;

void keep(results& out, const std::string& what, const survey_estimate& found) {
    out[what.empty() ? "value" : what] = found.value.value();
    const std::string before = what.empty() ? "" : what + ".";
    out[before + "error"] = found.standard_error.value();
    if (found.design_effect) out[before + "effect"] = found.design_effect->value();
    if (found.design_effect_with_replacement) {
        out[before + "effect.replace"] = found.design_effect_with_replacement->value();
    }
}

/// From respondents.
results from_persons(const sample& of) {
    results out;
    std::vector<observation> single;
    std::vector<index_observation> rows;
    for (std::size_t at = 0; at < of.strata.size(); ++at) {
        rows.push_back({of.strata[at], of.clusters[at], of.weights[at], of.numerators[at], of.denominators[at]});
        single.push_back(
            {of.strata[at], of.clusters[at], of.weights[at], of.numerators[at][0], of.denominators[at][0]});
    }
    const survey_estimate found =
        of.questions == 1 ? estimate_ratio(of.design, single) : estimate_index(of.design, of.coefficients, rows);
    keep(out, "", found);
    out["freedom"] = static_cast<double>(found.degrees_of_freedom());
    out["persons"] = static_cast<double>(found.persons);
    if (of.questions == 1) keep(out, "total", estimate_total(of.design, single));
    if (of.level.sign() == 0) return out;
    const auto interval = [&](const std::string& name, interval_method method) {
        if (!of.expected.contains(name + ".lower")) return;
        const confidence_interval ends = interval_of(found, method, of.level);
        out[name + ".lower"] = ends.lower.value();
        out[name + ".upper"] = ends.upper.value();
    };
    interval("mean", interval_method::mean);
    interval("logit", interval_method::logit);
    interval("xlogit", interval_method::logit);
    interval("beta", interval_method::beta);
    interval("wilson", interval_method::wilson);
    return out;
}

/// From the sums of each stratum: whole weights, every respondent a cluster.
results from_moments(const sample& of) {
    std::vector<std::vector<std::uint64_t>> sums(of.design.strata.size());
    std::vector<std::vector<std::uint64_t>> products(sums.size());
    std::vector<stratum_moments> strata;
    const std::size_t size = 2 * of.questions;
    std::uint64_t persons = 0;
    for (std::size_t stratum = 0; stratum < sums.size(); ++stratum) {
        sums[stratum].resize(size);
        products[stratum].resize(size * (size + 1) / 2);
        stratum_moments moments;
        moments.name = of.design.strata[stratum].name;
        moments.population = of.design.strata[stratum].population;
        moments.observed = 0;
        for (std::size_t at = 0; at < of.strata.size(); ++at) {
            if (of.strata[at] != stratum) continue;
            std::vector<std::uint64_t> row;
            for (std::size_t k = 0; k < of.questions; ++k) {
                row.push_back(static_cast<std::uint64_t>(of.numerators[at][k]));
                row.push_back(static_cast<std::uint64_t>(of.denominators[at][k]));
            }
            std::size_t place = 0;
            bool answered = false;
            for (std::size_t i = 0; i < size; ++i) {
                sums[stratum][i] += row[i];
                answered = answered || row[i] != 0;
                for (std::size_t j = i; j < size; ++j) products[stratum][place++] += row[i] * row[j];
            }
            if (answered) ++*moments.observed;
            ++moments.drawn;
            moments.weight = ratio(static_cast<std::int64_t>(of.weights[at]));
        }
        moments.sums = sums[stratum];
        moments.products = products[stratum];
        persons += *moments.observed;
        strata.push_back(moments);
    }
    std::vector<moment_term> terms;
    for (std::size_t k = 0; k < of.questions; ++k) {
        // Coefficients are sums of few halves.
        terms.push_back({ratio(static_cast<std::int64_t>(of.coefficients[k] * 8), 8), 2 * k, 2 * k + 1});
    }
    results out;
    const survey_estimate found = estimate_index(strata, terms, moment_unit::respondent, of.design.policy, persons);
    keep(out, "", found);
    out["freedom"] = static_cast<double>(found.degrees_of_freedom());
    out["persons"] = static_cast<double>(found.persons);
    return out;
}

/// What is compared, and how often.
class comparison {
public:
    explicit comparison(bool spoil) : spoil_(spoil) {}

    void compare(const sample& of, const results& ours, bool all) {
        for (const auto& [what, theirs] : of.expected) {
            const auto found = ours.find(what);
            if (found == ours.end()) {
                if (all) report(of, what + ": R has it, we do not");
                continue;
            }
            // 1e-9, but for svyciprop's logit, which takes quantiles of t through 1 less a tail of the normal
            // distribution and loses half of the digits. xlogit is the same interval without that.
            const double tolerance = what.starts_with("logit") ? 1e-6 : 1e-9;
            // R leaves 1e-17 of an error that is 0, and of the beta distribution what hardly is a number.
            const double scale =
                std::max(std::fabs(theirs), what.ends_with("error") ? 1e-6 * scale_of(of, what) : 1e-300);
            const double value = spoil_ ? found->second * (1 + 2 * tolerance) : found->second;
            const bool differs = !(std::fabs(value - theirs) <= tolerance * scale);
            ++counts_[what];
            worst_[what] = std::max(worst_[what], scale == 0 ? 0 : std::fabs(value - theirs) / scale);
            if (spoil_) {
                seen_[what] += differs ? 1 : 0;
            } else if (differs) {
                std::ostringstream text;
                text.precision(17);
                text << what << ": R has " << theirs << ", we have " << found->second;
                report(of, text.str());
            }
        }
    }

    void report(const sample& of, const std::string& text) {
        if (!spoil_) std::cout << of.name << ": " << text << '\n';
        ++findings_;
    }

    /// The exit code.
    int finish(std::size_t samples, std::size_t lonely) {
        for (const auto& [what, count] : counts_) {
            std::cout << what << ": " << count << " compared, farthest " << worst_[what] << '\n';
            // "error" may be 0, which nothing spoils.
            if (spoil_ && seen_[what] * 10 < count * 8) return 1;
        }
        std::cout << samples << " samples, " << lonely << " with a stratum of one cluster that R and we refuse\n";
        if (samples < 200 || lonely == 0 || counts_.size() < 20) return 1;
        return findings_ == 0 || spoil_ ? 0 : 1;
    }

private:
    static double scale_of(const sample& of, const std::string& what) {
        return std::fabs(of.expected.at(what.starts_with("total") ? "total" : "value"));
    }

    bool spoil_;
    std::size_t findings_ = 0;
    std::map<std::string, std::size_t> counts_;
    std::map<std::string, std::size_t> seen_;
    std::map<std::string, double> worst_;
};

void judge(const sample& of, comparison& against) {
    try {
        const results ours = from_persons(of);
        if (of.lonely) return against.report(of, "R refuses a stratum of one cluster, we do not");
        against.compare(of, ours, true);
        if (of.respondents) against.compare(of, from_moments(of), false);
    } catch (const error& problem) {
        if (problem.code() != error_code::lonely_stratum || !of.lonely) against.report(of, problem.what());
    }
}

single_cluster_policy policy_of(const std::string& word) {
    for (const single_cluster_policy each :
         {single_cluster_policy::fail, single_cluster_policy::remove, single_cluster_policy::certainty,
          single_cluster_policy::adjust, single_cluster_policy::average}) {
        if (to_string(each) == word) return each;
    }
    throw std::runtime_error("no policy: " + word);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        std::ifstream in(argc > 1 ? argv[1] : "");
        comparison against(argc > 2 && std::string(argv[2]) == "--spoil");
        std::map<std::string, std::size_t> strata;
        sample current;
        std::size_t samples = 0;
        std::size_t lonely = 0;
        for (std::string line; std::getline(in, line);) {
            std::istringstream words(line);
            std::string kind;
            words >> kind;
            std::vector<std::string> rest;
            for (std::string word; words >> word;) rest.push_back(word);
            if (kind == "design") {
                current = {};
                strata.clear();
                current.name = "design " + rest.at(0);
                current.design.policy = policy_of(rest.at(1));
                current.questions = static_cast<std::size_t>(number(rest.at(2)));
                current.respondents = rest.at(3) == "respondents";
            } else if (kind == "coefficients") {
                for (const std::string& each : rest) current.coefficients.push_back(number(each));
            } else if (kind == "stratum") {
                strata.emplace(rest.at(0), strata.size());
                current.design.strata.push_back({rest.at(0)});
                if (rest.at(1) != "-") {
                    current.design.strata.back().population = static_cast<std::uint64_t>(number(rest.at(1)));
                }
            } else if (kind == "row") {
                current.strata.push_back(strata.at(rest.at(0)));
                current.clusters.push_back(static_cast<std::uint64_t>(number(rest.at(1))));
                current.weights.push_back(number(rest.at(2)));
                current.numerators.emplace_back();
                current.denominators.emplace_back();
                for (std::size_t at = 3; at + 1 < rest.size(); at += 2) {
                    current.numerators.back().push_back(number(rest[at]));
                    current.denominators.back().push_back(number(rest[at + 1]));
                }
            } else if (kind == "level") {
                current.level = parse_decimal(rest.at(0)).value;
            } else if (kind == "expect") {
                current.expected[rest.at(0)] = number(rest.at(1));
            } else if (kind == "lonely") {
                current.lonely = true;
                ++lonely;
            } else if (kind == "end") {
                judge(current, against);
                ++samples;
            }
        }
        return against.finish(samples, lonely);
    } catch (const std::exception& problem) {
        std::cerr << "precision_runner: " << problem.what() << '\n';
        return 2;
    }
}
