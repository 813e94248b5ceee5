#include "report_generator/plan_pointer.hpp"

#include "report_generator/text_from.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace parindex::report {

namespace {

/// A part of a JSON Pointer without its escapes.
std::string unescaped(std::string_view part) {
    std::string out;
    for (std::size_t at = 0; at < part.size(); ++at) {
        const bool is_escape = part[at] == '~' && at + 1 < part.size();
        out += !is_escape ? part[at] : part[++at] == '1' ? '/' : '~';
    }
    return out;
}

std::string name_of(const plan_section& each) {
    return each.field;
}
std::string name_of(const shortfall& each) {
    return each.id;
}
std::string name_of(const task& each) {
    return each.id;
}
std::string name_of(const named_deduction& each) {
    return each.criterion;
}
std::string name_of(const task_link& each) {
    return each.shortfall;
}
std::string name_of(const accepted_warning& each) {
    const std::string word(acceptance_word(each.warning));
    return each.subject.empty() ? word : text_from(word, " ", each.subject);
}

/// Walks from the root to the place. Whatever it does not find, and all behind that, stays as it is named.
class walk {
public:
    explicit walk(std::string_view by_name) : rest_(by_name) {}

    std::string through(const plan& planned) {
        const std::string_view member = next();
        if (member == "sections") {
            if (const plan_section* found = enter(planned.sections)) through(*found);
        } else if (member == "satisfaction" && planned.satisfaction && next() == "tasks") {
            if (const task* found = enter(planned.satisfaction->tasks)) through(*found);
        } else if (member == "accepted_warnings") {
            enter(planned.accepted);
        }
        return text_from(out_, rest_);
    }

private:
    void through(const plan_section& section) {
        const std::string_view member = next();
        if (member == "tasks") {
            if (const task* found = enter(section.tasks)) through(*found);
        } else if (member == "shortfalls") {
            const shortfall* found = enter(section.shortfalls);
            if (found != nullptr && next() == "deductions") enter(found->deductions);
        }
    }
    void through(const task& each) {
        if (next() == "addresses") enter(each.addresses);
    }

    /// Takes one part as it is.
    std::string_view next() {
        if (rest_.empty()) return {};
        const std::size_t end = std::min(rest_.find('/', 1), rest_.size());
        const std::string_view part = rest_.substr(0, end);
        out_ += part;
        rest_.remove_prefix(end);
        return part.substr(1);
    }

    /// Takes the name of an entry, and puts its position in the place of it.
    template <class T>
    const T* enter(const std::vector<T>& list) {
        if (rest_.empty()) return nullptr;
        const std::size_t end = std::min(rest_.find('/', 1), rest_.size());
        const std::string name = unescaped(rest_.substr(1, end - 1));
        const auto found =
            std::find_if(list.begin(), list.end(), [&name](const T& each) { return name_of(each) == name; });
        if (found == list.end()) return nullptr;
        rest_.remove_prefix(end);
        out_ += text_from("/", std::to_string(found - list.begin()));
        return &*found;
    }

    std::string_view rest_;
    std::string out_;
};

}  // namespace

std::string plan_pointer(const plan& planned, std::string_view by_name) {
    std::string out = walk(by_name).through(planned);
    // "order" is no member: the place is the list.
    constexpr std::string_view order = "/order";
    // Only lists have it, and the names of all of them end so; that of no other member does.
    if (out.ends_with("s/order")) out.resize(out.size() - order.size());
    return out;
}

}  // namespace parindex::report
