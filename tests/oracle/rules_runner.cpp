// Scores units for the oracle of the rules: what is asked comes in as JSON, every number goes out as n/d.
//
// A line is a word, a tab and what belongs to it. "set" and a criteria set: "accepted", or a line "finding" for each
// error. "context" and the facts from outside the next unit, separated by tabs: criterion, name, value. "unit" and an
// assessment: its nodes, parts, ledger and leaves that do not apply, or the findings. An empty line ends an answer.
#include "parindex/parindex.hpp"

#include <iostream>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace parindex;

std::string text(const ratio& value) {
    return value.to_string();
}

void print_findings(const diagnostics& findings) {
    for (const diagnostic& each : findings) {
        if (each.level != severity::error) continue;
        std::cout << "finding\t" << each.criterion << '\t' << each.where.pointer << '\t' << to_string(each) << '\n';
    }
}

void print_points(const char* kind, const std::string& code, const evaluation::points& of) {
    std::cout << kind << '\t' << code << '\t' << text(of.maximum) << '\t' << text(of.score) << '\t' << text(of.lowest)
              << '\t' << text(of.highest) << '\t' << of.unmarked << '\n';
}

void print(const evaluation& scored) {
    const criteria_set& set = scored.set();
    for (std::size_t node = 0; node < set.nodes().size(); ++node) {
        print_points("node", set.at(node).code, scored.at(node));
    }
    for (std::size_t part = 0; part < set.parts().size(); ++part) {
        print_points("part", set.parts()[part].code, scored.part(part));
    }
    for (const ledger_entry& each : scored.ledger()) {
        std::cout << "entry\t" << set.at(each.node).code << '\t' << to_string(each.kind) << '\t' << text(each.amount)
                  << '\n';
    }
    for (const not_applicable_leaf& each : scored.not_applicable()) {
        std::cout << "absent\t" << set.at(each.node).code << '\n';
    }
}

fact_value value_of(const std::string& word) {
    if (word == "true" || word == "false") return word == "true";
    if (const parsed_decimal number = parse_decimal(word); number.ok()) return number.value;
    if (const parsed_date day = parse_iso_date(word); day.ok()) return day.value;
    return word;
}

evaluation_context read_context(const std::string& line) {
    evaluation_context out;
    std::istringstream words(line);
    std::string criterion;
    std::string name;
    std::string value;
    while (std::getline(words, criterion, '\t') && std::getline(words, name, '\t') &&
           std::getline(words, value, '\t')) {
        out.facts[criterion].push_back({name, value_of(value)});
    }
    return out;
}

class runner {
public:
    void answer(const std::string& word, const std::string& rest) {
        if (word == "context") {
            context_ = read_context(rest);
            return;
        }
        if (word == "set") {
            read_set(rest);
        } else if (word == "unit") {
            score(rest);
        } else {
            throw std::runtime_error("unknown word " + word);
        }
        std::cout << '\n';
    }

private:
    void read_set(const std::string& json) {
        const result<criteria_set> read = read_criteria_set(json, "set");
        set_ = read ? std::optional(*read) : std::nullopt;
        if (set_) {
            std::cout << "accepted\n";
        } else {
            print_findings(read.error());
        }
    }

    void score(const std::string& json) {
        if (!set_) throw std::runtime_error("a unit without a set");
        const result<assessment> marks = read_assessment(json, "unit");
        if (!marks) return print_findings(marks.error());
        const result<evaluation> scored = evaluate(*set_, *marks, context_);
        if (!scored) return print_findings(scored.error());
        print(*scored);
    }

    std::optional<criteria_set> set_;
    evaluation_context context_;
};

}  // namespace

int main() try {
    runner all;
    for (std::string line; std::getline(std::cin, line);) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos) throw std::runtime_error("expected a word and a tab: " + line);
        all.answer(line.substr(0, tab), line.substr(tab + 1));
    }
    return 0;
} catch (const std::exception& problem) {
    std::cerr << "rules_runner: " << problem.what() << '\n';
    return 2;
}
