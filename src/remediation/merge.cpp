#include "parindex/remediation/merge.hpp"

#include "remediation/value_text.hpp"

#include <map>
#include <string_view>
#include <type_traits>
#include <utility>

namespace parindex::inline v0 {

namespace {

// What an entry of a list is matched by.
std::string key_of(const plan_section& each) {
    return each.field;
}
std::string key_of(const shortfall& each) {
    return each.id;
}
std::string key_of(const task& each) {
    return each.id;
}
std::string key_of(const named_deduction& each) {
    return each.criterion;
}
std::string key_of(const task_link& each) {
    return each.shortfall;
}
std::string key_of(const accepted_warning& each) {
    const std::string word(acceptance_word(each.warning));
    return each.subject.empty() ? word : word + ' ' + each.subject;
}

/// Lists whose entries are matched; others are one value.
template <class T>
constexpr bool is_keyed = false;
template <class T>
requires requires(const T& each) {
    key_of(each);
}
constexpr bool is_keyed<std::vector<T>> = true;

/// Structs whose members are merged one by one. Of others, such as a timing, a mixture would say what nobody wrote.
template <class T>
constexpr bool is_merged_by_member = false;
template <class T>
requires requires(const T& each) {
    key_of(each);
}
constexpr bool is_merged_by_member<T> = true;
template <>
constexpr bool is_merged_by_member<plan> = true;
template <>
constexpr bool is_merged_by_member<plan_header> = true;
template <>
constexpr bool is_merged_by_member<plan_labels> = true;
template <>
constexpr bool is_merged_by_member<task_roles> = true;
template <>
constexpr bool is_merged_by_member<satisfaction_chapter> = true;
template <>
constexpr bool is_merged_by_member<signatory> = true;

/// `key` as a part of a JSON Pointer.
std::string escaped(std::string_view key) {
    std::string out;
    for (const char each : key) {
        if (each == '~') {
            out += "~0";
        } else if (each == '/') {
            out += "~1";
        } else {
            out += each;
        }
    }
    return out;
}

/// A list with its keys; those that stand there again have their number behind them.
template <class T>
class keyed_list {
public:
    explicit keyed_list(const std::vector<T>& values) {
        std::map<std::string, int> seen;
        for (const T& each : values) {
            std::string key = key_of(each);
            const int earlier = seen[key]++;
            if (earlier != 0) key += '#' + std::to_string(earlier + 1);
            const auto added = by_key_.emplace(std::move(key), &each).first;
            keys_.push_back(&added->first);
        }
    }
    /// In the order of the list.
    [[nodiscard]] const std::vector<const std::string*>& keys() const noexcept { return keys_; }
    [[nodiscard]] const T* find(const std::string& key) const {
        const auto found = by_key_.find(key);
        return found == by_key_.end() ? nullptr : found->second;
    }

private:
    std::map<std::string, const T*> by_key_;
    std::vector<const std::string*> keys_;
};

class plan_merger {
public:
    merged_plan run(const plan& base, const plan& mine, const plan& theirs) {
        plan merged = merge("", base, mine, theirs);
        return {std::move(merged), std::move(conflicts_)};
    }

private:
    template <class T>
    T merge(const std::string& path, const T& base, const T& mine, const T& theirs) {
        if (same_members(mine, theirs) || same_members(theirs, base)) return mine;
        if (same_members(mine, base)) return theirs;
        if constexpr (is_keyed<T>) {
            return merge_lists(path, base, mine, theirs);
        } else if constexpr (is_merged_by_member<T>) {
            return merge_members(path, base, mine, theirs);
        } else {
            add_conflict(path, &base, &mine, &theirs);
            return mine;
        }
    }

    /// A chapter that two edits added is merged as if the base had an empty one.
    std::optional<satisfaction_chapter> merge(const std::string& path, const std::optional<satisfaction_chapter>& base,
                                              const std::optional<satisfaction_chapter>& mine,
                                              const std::optional<satisfaction_chapter>& theirs) {
        if (mine == theirs || theirs == base) return mine;
        if (mine == base) return theirs;
        if (mine && theirs) return merge(path, base.value_or(satisfaction_chapter()), *mine, *theirs);
        add_conflict(path, base ? &*base : nullptr, mine ? &*mine : nullptr, theirs ? &*theirs : nullptr);
        return mine;
    }

    template <class T>
    T merge_members(const std::string& path, const T& base, const T& mine, const T& theirs) {
        T out = mine;
        for_each_member<T>([&](const auto& member) {
            out.*member.at = merge(path + '/' + member.key, base.*member.at, mine.*member.at, theirs.*member.at);
        });
        return out;
    }

    template <class T>
    std::vector<T> merge_lists(const std::string& path, const std::vector<T>& base, const std::vector<T>& mine,
                               const std::vector<T>& theirs) {
        const keyed_list<T> before(base);
        const keyed_list<T> own(mine);
        const keyed_list<T> other(theirs);
        std::vector<T> out;
        for (const std::string* key : merged_order(path, before, own, other)) {
            const T* first = before.find(*key);
            std::optional<T> kept = merge_entries(path + '/' + escaped(*key), first, own.find(*key), other.find(*key));
            if (kept) out.push_back(*std::move(kept));
        }
        return out;
    }

    template <class T>
    std::optional<T> merge_entries(const std::string& path, const T* base, const T* mine, const T* theirs) {
        if (mine != nullptr && theirs != nullptr) {
            // Entries that both added have nothing in common but their key.
            if (base != nullptr) return merge(path, *base, *mine, *theirs);
            if (!same_members(*mine, *theirs)) add_conflict<T>(path, nullptr, mine, theirs);
            return *mine;
        }
        if (base == nullptr) return mine != nullptr ? *mine : *theirs;  // added by one
        if (mine == nullptr && theirs == nullptr) return std::nullopt;
        const T& left = mine != nullptr ? *mine : *theirs;
        if (!same_members(left, *base)) {  // deleted by one, changed by the other
            add_conflict(path, base, mine, theirs);
            if (mine != nullptr) return *mine;
        }
        return std::nullopt;
    }

    /// The keys of both edits, each once: in the order of the edit that changed the order, with what only the other has
    /// behind the entry that it follows there.
    template <class T>
    std::vector<const std::string*> merged_order(const std::string& path, const keyed_list<T>& base,
                                                 const keyed_list<T>& mine, const keyed_list<T>& theirs) {
        const bool i_moved = in_all(mine, base, theirs) != in_all(base, mine, theirs);
        const bool they_moved = in_all(theirs, base, mine) != in_all(base, mine, theirs);
        if (i_moved && they_moved && in_all(mine, base, theirs) != in_all(theirs, base, mine)) {
            conflicts_.push_back({path + "/order", order_text(base), order_text(mine), order_text(theirs)});
        }
        const bool take_theirs = they_moved && !i_moved;
        return woven(take_theirs ? theirs : mine, take_theirs ? mine : theirs);
    }

    /// The keys of `list` that the two others have too.
    template <class T>
    static std::vector<std::string_view> in_all(const keyed_list<T>& list, const keyed_list<T>& b,
                                                const keyed_list<T>& c) {
        std::vector<std::string_view> out;
        for (const std::string* key : list.keys()) {
            if (b.find(*key) != nullptr && c.find(*key) != nullptr) out.emplace_back(*key);
        }
        return out;
    }

    template <class T>
    static std::vector<const std::string*> woven(const keyed_list<T>& leading, const keyed_list<T>& other) {
        std::map<std::string_view, std::vector<const std::string*>> behind;  // "" begins the list
        std::vector<const std::string*> first;
        std::vector<const std::string*>* place = &first;
        for (const std::string* key : other.keys()) {
            if (leading.find(*key) != nullptr) {
                place = &behind[*key];
            } else {
                place->push_back(key);
            }
        }
        std::vector<const std::string*> out = std::move(first);
        for (const std::string* key : leading.keys()) {
            out.push_back(key);
            const auto following = behind.find(*key);
            if (following != behind.end()) out.insert(out.end(), following->second.begin(), following->second.end());
        }
        return out;
    }

    template <class T>
    static std::string order_text(const keyed_list<T>& list) {
        std::string out;
        for (const std::string* key : list.keys()) out += (out.empty() ? "" : ", ") + *key;
        return out;
    }

    template <class T>
    void add_conflict(const std::string& path, const T* base, const T* mine, const T* theirs) {
        const auto text = [](const T* value) {
            return value == nullptr ? std::nullopt : std::optional(value_text(*value));
        };
        conflicts_.push_back({path, text(base), text(mine), text(theirs)});
    }

    std::vector<merge_conflict> conflicts_;
};

}  // namespace

merged_plan merge_plans(const plan& base, const plan& mine, const plan& theirs) {
    return plan_merger().run(base, mine, theirs);
}

}  // namespace parindex::inline v0
