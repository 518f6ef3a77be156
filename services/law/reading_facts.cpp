#include "services/law/reading_facts.hpp"

#include <algorithm>

#include "events/codec/json.hpp"
#include "services/law/rulebook.hpp"

namespace minhbach::services::law {
namespace {

struct SubjectForm {
    std::string class_;
    std::optional<bool> leader;
};
BOOST_DESCRIBE_STRUCT(SubjectForm, (), (class_, leader))

// What every sheet has, whatever the rulebook.
struct Head {
    RulebookId rulebook;
    Track track{};
    int year = 0;
    SubjectForm subject;
    std::vector<DisciplineDecision> disciplines;
    std::optional<std::vector<CountedViolation>> violations_already_counted;
};
BOOST_DESCRIBE_STRUCT(Head, (), (rulebook, track, year, subject, disciplines, violations_already_counted))

constexpr std::string_view kOtherSubjectVi = "Đối tượng này không có số liệu này.";
constexpr std::string_view kOtherSubjectEn = "There is no such fact of this kind of subject.";

class FactsReader {
public:
    explicit FactsReader(json::Value root) : root_(root) {}

    Result<FactSheet> read() {
        if (root_.kind() != json::Kind::object) {
            json::detail::refuse_kind(reader_, "đối tượng", "an object");
            return reader_.refusal();
        }
        members_ = root_.members();
        Head head;
        read_head(head);
        if (!reader_.ok()) return reader_.refusal();
        const auto book = find_rulebook(head.rulebook);
        if (!book) return book.error();
        const auto column = (*book)->column(head.subject.class_, head.subject.leader.value_or(false));
        if (head.track != (*book)->track())
            refuse("track", "Bộ quy tắc này dành cho " + json::enum_name((*book)->track()) + ".",
                   "This rulebook is for " + json::enum_name((*book)->track()) + ".");
        if (!column) {
            reader_.enter("subject");
            refuse("class", "Bộ quy tắc không có loại đối tượng này.", "The rulebook has no such kind of subject.");
            reader_.leave();
        } else if ((*book)->columns()[*column].leader && !head.subject.leader) {
            reader_.enter("subject");
            json::detail::refuse_missing(reader_, "leader");
            reader_.leave();
        }
        const auto& rule = (*book)->disciplines();
        if (rule && rule->counted_once && !head.violations_already_counted)
            json::detail::refuse_missing(reader_, "violationsAlreadyCounted");
        if (!reader_.ok()) return reader_.refusal();
        FactSheet sheet(**book, *column, head.year);
        sheet.disciplines = std::move(head.disciplines);
        if (head.violations_already_counted)
            sheet.violations_already_counted = std::move(*head.violations_already_counted);
        read_groups(sheet);
        if (!reader_.ok()) return reader_.refusal();
        return sheet;
    }

private:
    void refuse(std::string_view name, std::string_view vi, std::string_view en) {
        reader_.enter(name);
        reader_.refuse(vi, en);
        reader_.leave();
    }

    // The member of that name, taken out; says where it stands twice.
    std::optional<json::Value> take(std::string_view name) {
        std::optional<json::Value> found;
        for (auto& [member, value] : members_) {
            if (member != name || member.data() == nullptr) continue;
            if (found) json::detail::refuse_repeated(reader_, name);
            found = value;
            member = {};
        }
        return found;
    }
    template <class T>
    void head_member(std::string_view name, T& out) {
        const auto value = take(name);
        if (!value) return json::detail::refuse_missing(reader_, name);
        reader_.enter(name);
        json::read(reader_, *value, out);
        reader_.leave();
    }
    void read_head(Head& head) {
        head_member("rulebook", head.rulebook);
        head_member("track", head.track);
        head_member("year", head.year);
        head_member("subject", head.subject);
        head_member("disciplines", head.disciplines);
        if (const auto counted = take("violationsAlreadyCounted")) {
            reader_.enter("violationsAlreadyCounted");
            json::read(reader_, *counted, head.violations_already_counted.emplace());
            reader_.leave();
        }
    }

    void read_groups(FactSheet& sheet) {
        const auto& book = sheet.rulebook();
        for (const auto& group : book.fact_groups()) {
            const auto value = take(group.name);
            const bool has = (group.of >> sheet.column() & 1) != 0;
            if (!has) {
                if (value) refuse(group.name, kOtherSubjectVi, kOtherSubjectEn);
            } else if (!value) {
                json::detail::refuse_missing(reader_, group.name);
            } else {
                reader_.enter(group.name);
                if (group.is_object)
                    read_object(sheet, group, *value);
                else
                    read_fact(sheet, group.facts.front(), *value);
                reader_.leave();
            }
        }
        for (const auto& [name, value] : members_)
            if (name.data() != nullptr) json::detail::refuse_unknown(reader_, name);
    }

    void read_object(FactSheet& sheet, const FactGroup& group, json::Value value) {
        if (value.kind() != json::Kind::object) return json::detail::refuse_kind(reader_, "đối tượng", "an object");
        const auto& book = sheet.rulebook();
        const auto name_of = [&](FactIndex fact) {
            const auto& one = book.facts()[fact];
            return std::string_view(one.name).substr(one.group);
        };
        std::size_t next = 0;  // mostly they come in the order of the rulebook
        value.for_each_member([&](std::string_view name, json::Value child) {
            const auto& facts = group.facts;
            if (next >= facts.size() || name_of(facts[next]) != name) {
                next = 0;
                while (next < facts.size() && name_of(facts[next]) != name) ++next;
            }
            if (next == facts.size()) return json::detail::refuse_unknown(reader_, name);
            const auto fact = facts[next++];
            if (sheet.given(fact)) return json::detail::refuse_repeated(reader_, name);
            if (!book.has(sheet.column(), fact)) return refuse(name, kOtherSubjectVi, kOtherSubjectEn);
            reader_.enter(name);
            read_fact(sheet, fact, child);
            reader_.leave();
        });
        if (!reader_.ok()) return;
        for (const auto fact : group.facts)
            if (book.has(sheet.column(), fact) && !sheet.given(fact))
                json::detail::refuse_missing(reader_, name_of(fact));
    }

    void read_fact(FactSheet& sheet, FactIndex index, json::Value value) {
        const auto& fact = sheet.rulebook().facts()[index];
        switch (fact.kind) {
            case FactKind::count:
                if (value.kind() != json::Kind::integer)
                    return json::detail::refuse_kind(reader_, "số nguyên", "an integer");
                return sheet.give(index, value.integer());
            case FactKind::flag:
                if (value.kind() != json::Kind::boolean)
                    return json::detail::refuse_kind(reader_, "true hoặc false", "true or false");
                return sheet.give(index, value.boolean() ? 1 : 0);
            case FactKind::grade:
                if (value.kind() == json::Kind::null && fact.may_be_unknown) return sheet.give_unknown(index);
                return sheet.give(index, grade(fact.grades, value));
            case FactKind::grades: {
                if (value.kind() != json::Kind::array)
                    return json::detail::refuse_kind(reader_, "danh sách", "an array");
                std::vector<Grade> grades;
                value.for_each_element([&](json::Value element) {
                    reader_.enter(grades.size());
                    const bool unknown = element.kind() == json::Kind::null && fact.may_be_unknown;
                    grades.push_back(unknown ? kNoGrade : grade(fact.grades, element));
                    reader_.leave();
                });
                return sheet.give_grades(index, grades);
            }
            case FactKind::items: {
                if (value.kind() != json::Kind::array)
                    return json::detail::refuse_kind(reader_, "danh sách", "an array");
                std::vector<FactSheet::Item> items;
                value.for_each_element([&](json::Value element) {
                    reader_.enter(items.size());
                    items.push_back(read_item(fact, element));
                    reader_.leave();
                });
                return sheet.give_items(index, std::move(items));
            }
        }
    }

    FactSheet::Item read_item(const Fact& fact, json::Value value) {
        FactSheet::Item item(fact.members.size(), kNoGrade);
        if (value.kind() != json::Kind::object) {
            json::detail::refuse_kind(reader_, "đối tượng", "an object");
            return item;
        }
        value.for_each_member([&](std::string_view name, json::Value child) {
            const auto member = std::find_if(fact.members.begin(), fact.members.end(),
                                             [&](const auto& one) { return one.name == name; });
            if (member == fact.members.end()) return json::detail::refuse_unknown(reader_, name);
            auto& place = item[static_cast<std::size_t>(member - fact.members.begin())];
            if (place != kNoGrade) return json::detail::refuse_repeated(reader_, name);
            reader_.enter(name);
            if (!member->grades.empty())
                place = grade(member->grades, child);
            else if (child.kind() == json::Kind::boolean)
                place = child.boolean() ? 0 : 1;
            else
                json::detail::refuse_kind(reader_, "true hoặc false", "true or false");
            reader_.leave();
        });
        for (std::size_t i = 0; i < item.size() && reader_.ok(); ++i)
            if (item[i] == kNoGrade) json::detail::refuse_missing(reader_, fact.members[i].name);
        return item;
    }

    Grade grade(const std::vector<std::string>& grades, json::Value value) {
        if (value.kind() != json::Kind::string) {
            json::detail::refuse_kind(reader_, "chuỗi", "a string");
            return 0;
        }
        const auto found = std::find(grades.begin(), grades.end(), value.string());
        if (found != grades.end()) return static_cast<Grade>(found - grades.begin());
        std::string allowed;
        for (const auto& one : grades) allowed += (allowed.empty() ? "" : ", ") + one;
        json::detail::refuse_enumerator(reader_, allowed);
        return 0;
    }

    json::Value root_;
    json::Reader reader_;
    std::vector<std::pair<std::string_view, json::Value>> members_;
};

}  // namespace

Result<FactSheet> read_facts(json::Value facts) {
    return FactsReader(facts).read();
}

}  // namespace minhbach::services::law
