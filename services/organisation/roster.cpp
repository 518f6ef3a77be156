#include "services/organisation/roster.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_map>

#include "events/codec/json.hpp"
#include "events/log.hpp"
#include "services/organisation/authority.hpp"
#include "services/organisation/inputs.hpp"
#include "services/organisation/posts.hpp"
#include "services/organisation/roster_rows.hpp"

namespace minhbach::services::organisation {
namespace {

using RowsOfPerson = std::vector<const RosterRow*>;

std::string described(const Post& post) {
    return post.title.str() + " (" + post.unit.str() + ")";
}

std::string until(const std::optional<Date>& to) {
    return to ? to->vietnamese() : "chưa xác định";
}

// What an import would write, and how that differs from what is known.
class Plan {
public:
    Plan(const Registry& registry, Date today, std::string reason)
        : registry_(registry), today_(today), reason_(std::move(reason)) {}

    void add_person(const RowsOfPerson& rows);

    std::vector<ToWrite> facts;
    std::vector<RosterDifference> differences;
    std::vector<RosterError> errors;
    int persons_added = 0;
    int posts_added = 0;
    int corrections = 0;

private:
    void correct_person(const Person& known, const RosterRow& row);
    void compare_posts(const Person& known, const RowsOfPerson& rows);
    void end_unlisted(Person& known, const RowsOfPerson& rows);
    void correct_post(const Post& known, const RosterRow& row);
    void assign(const RosterRow& row);
    void compare_membership(const Person* known, const RosterRow& row);
    void record_membership(const RosterRow& row, bool member, Date from);
    void note_spelling(const RosterRow& row);

    void write(const PersonCode& person, Event event, std::optional<Date> effective = {}) {
        facts.push_back({person_stream(person), std::move(event), effective, std::nullopt});
    }
    void differ(const RosterRow& row, RosterDifferenceKind kind, std::string vi, std::string en) {
        if (kind == RosterDifferenceKind::changed) ++corrections;
        differences.push_back({row.line, kind, row.person, std::move(vi), std::move(en)});
    }
    void change(const RosterRow& row, std::string what_vi, std::string what_en, const std::string& was,
                const std::string& is) {
        differ(row, RosterDifferenceKind::changed, "Thay đổi " + what_vi + ": " + was + " → " + is,
               "Changes " + what_en + ": " + was + " → " + is);
    }

    const Registry& registry_;
    Date today_;
    std::string reason_;
};

void Plan::add_person(const RowsOfPerson& rows) {
    const auto& first = *rows.front();
    const auto* known = registry_.person(first.person);
    for (const auto* row : rows) note_spelling(*row);
    if (known) {
        correct_person(*known, first);
        compare_posts(*known, rows);
    } else {
        ++persons_added;
        write(first.person, PersonRegistered{first.person, first.full_name, first.birth_date, first.sex});
        differ(first, RosterDifferenceKind::added, "Thêm mới " + first.full_name.str() + ", " + described(first.post),
               "Adds " + first.full_name.str() + ", " + described(first.post));
        for (const auto* row : rows) assign(*row);
    }
    compare_membership(known, first);
}

void Plan::note_spelling(const RosterRow& row) {
    for (const auto& column : row.normalised) {
        differ(row, RosterDifferenceKind::normalised,
               "Chuẩn hóa cách ghi ở cột " + column + " (Unicode dựng sẵn NFC, khoảng trắng)",
               "Mends the spelling in column " + column + " (Unicode NFC, spaces)");
    }
}

void Plan::correct_person(const Person& known, const RosterRow& row) {
    PersonCorrected corrected;
    corrected.person = row.person;
    if (row.full_name != known.full_name) {
        corrected.full_name = row.full_name;
        change(row, "họ tên", "the name", known.full_name.str(), row.full_name.str());
    }
    if (row.birth_date != known.birth_date) {
        corrected.birth_date = row.birth_date;
        change(row, "ngày sinh", "the date of birth", known.birth_date.vietnamese(), row.birth_date.vietnamese());
    }
    if (row.sex != known.sex) {
        corrected.sex = row.sex;
        const auto name = [](Sex sex) { return std::string(sex == Sex::male ? "nam" : "nữ"); };
        change(row, "giới tính", "the sex", name(known.sex), name(row.sex));
    }
    if (!corrected.full_name && !corrected.birth_date && !corrected.sex) return;
    corrected.reason = Text::of(reason_);
    write(row.person, corrected);
}

void Plan::assign(const RosterRow& row) {
    ++posts_added;
    write(row.person, PostAssigned{row.person, row.post, row.document}, row.post.from);
}

// Rows whose unit and first day are known correct that post; of the others, each is a new post.
void Plan::compare_posts(const Person& known, const RowsOfPerson& rows) {
    Person held = known;
    RowsOfPerson fresh;
    for (const auto* row : rows) {
        const auto same = std::find_if(held.posts.begin(), held.posts.end(), [&](const Post& post) {
            return post.unit == row->post.unit && post.from == row->post.from;
        });
        if (same == held.posts.end()) {
            fresh.push_back(row);
        } else if (*same != row->post) {
            correct_post(*same, *row);
            *same = row->post;
        }
    }
    if (fresh.empty()) return;
    end_unlisted(held, rows);
    for (const auto* row : fresh) {
        if (const auto* same = same_post(held, row->post)) {
            errors.push_back(
                {row->line, "from", row->post.from.vietnamese(),
                 "Chức vụ này đã được ghi nhận từ ngày " + same->from.vietnamese() + " đến ngày " + until(same->to),
                 "The same post is entered from " + same->from.iso() + " on"});
            continue;
        }
        assign(*row);
        differ(*row, RosterDifferenceKind::extended,
               "Thêm chức vụ " + described(row->post) + " từ ngày " + row->post.from.vietnamese(),
               "Adds the post " + described(row->post) + " from " + row->post.from.iso() + " on");
    }
}

// Somebody listed elsewhere from a later day on has left the open post that the file no longer lists.
void Plan::end_unlisted(Person& known, const RowsOfPerson& rows) {
    for (auto& post : known.posts) {
        const bool listed = std::any_of(rows.begin(), rows.end(), [&](const RosterRow* row) {
            return row->post.unit == post.unit && row->post.from == post.from;
        });
        if (listed || post.to) continue;
        const RosterRow* next = nullptr;
        for (const auto* row : rows) {
            if (row->post.from > post.from && (!next || row->post.from < next->post.from)) next = row;
        }
        if (!next) continue;
        post.to = next->post.from.plus(-1);
        write(next->person, PostEnded{next->person, post.unit, post.from, *post.to, next->document}, *post.to);
        change(*next, "ngày thôi giữ chức vụ " + described(post), "the end of the post " + described(post), until({}),
               until(post.to));
    }
}

void Plan::correct_post(const Post& known, const RosterRow& row) {
    const auto& post = row.post;
    auto only_ended = known;
    only_ended.to = post.to;
    if (only_ended == post && post.to) {
        write(row.person, PostEnded{row.person, post.unit, post.from, *post.to, row.document}, *post.to);
    } else {
        write(row.person, PostAssigned{row.person, post, row.document}, post.from);
    }
    const auto differs = [&](const char* vi, const char* en, const std::string& was, const std::string& is) {
        if (was != is) change(row, vi, en, was, is);
    };
    const auto code = [](const std::optional<UnitCode>& unit) { return unit ? unit->str() : std::string("không"); };
    differs("chức vụ", "the post", known.title.str(), post.title.str());
    differs("đối tượng", "the class", std::string(vietnamese(known.subject_class)),
            std::string(vietnamese(post.subject_class)));
    differs("lãnh đạo, quản lý", "leader", known.leader ? "có" : "không", post.leader ? "có" : "không");
    differs("đơn vị đứng đầu", "the unit headed", code(known.head_of), code(post.head_of));
    differs("đơn vị quản lý", "the managing unit", known.managed_by.str(), post.managed_by.str());
    differs("ngày thôi giữ chức vụ", "the end of the post", until(known.to), until(post.to));
}

void Plan::record_membership(const RosterRow& row, bool member, Date from) {
    write(row.person, PartyMembershipRecorded{row.person, member, from}, from);
}

void Plan::compare_membership(const Person* known, const RosterRow& row) {
    const Date from = row.member_since.value_or(today_);
    const bool was = known && known->party_member_at(from);
    if (!known || known->party_membership.empty()) {
        if (!row.member) return;
        record_membership(row, true, from);
        if (known) {
            differ(row, RosterDifferenceKind::extended, "Thêm thông tin đảng viên từ ngày " + from.vietnamese(),
                   "Adds party membership from " + from.iso() + " on");
        }
        return;
    }
    if (was != row.member) {
        record_membership(row, row.member, from);
        change(row, "thông tin đảng viên", "party membership", was ? "có" : "không",
               (row.member ? "có, từ ngày " : "không, từ ngày ") + from.vietnamese());
        return;
    }
    if (!row.member_since) return;
    // Known as a member from an earlier day on than the file says: the earlier entry is taken back.
    Date since = from;
    for (const auto& membership : known->party_membership) {
        if (membership.member && membership.from < since) since = membership.from;
    }
    if (since == from) return;
    record_membership(row, false, since);
    record_membership(row, true, from);
    change(row, "ngày kết nạp Đảng", "the day of admission", since.vietnamese(), from.vietnamese());
}

struct Examined {
    RosterReport report;
    std::vector<RosterRow> rows;
    std::vector<ToWrite> facts;
    RosterImported imported;
};

Digest digest_of(std::string_view bytes) {
    return Digest::of(events::hex(events::sha256(bytes)));
}

// The facts of one person stay together, in the order in which the file names the people.
Examined examine(const Registry& registry, Date today, std::string_view csv, const std::string& reason) {
    Examined examined;
    auto& [report, rows, facts, imported] = examined;
    imported.file_hash = digest_of(csv);
    if (registry.last_roster() == imported.file_hash) {
        report.already_imported = true;
        return examined;
    }
    auto read = read_roster(registry, today, csv);
    rows = std::move(read.rows);
    report.rows = read.lines;
    report.errors = std::move(read.errors);

    std::unordered_map<PersonCode, std::size_t> place;
    std::vector<RowsOfPerson> people;
    for (const auto& row : rows) {
        const auto [found, first] = place.try_emplace(row.person, people.size());
        if (first) people.emplace_back();
        people[found->second].push_back(&row);
    }
    Plan plan(registry, today, reason);
    for (const auto& person : people) plan.add_person(person);
    for (auto& error : plan.errors) {
        if (report.errors.size() == kRosterErrorsMax) break;
        const auto after = std::upper_bound(report.errors.begin(), report.errors.end(), error.line,
                                            [](int line, const RosterError& other) { return line < other.line; });
        error.cell = read.cell(error.column, error.line);
        report.errors.insert(after, std::move(error));
    }
    report.differences = std::move(plan.differences);
    facts = std::move(plan.facts);
    // Imported before, and what came after it changed nothing that it says.
    report.already_imported = registry.imported_rosters().contains(imported.file_hash.str()) && facts.empty() &&
                              report.errors.empty() && report.differences.empty();
    imported.rows = report.rows;
    imported.persons_added = plan.persons_added;
    imported.posts_added = plan.posts_added;
    imported.corrections = plan.corrections;
    return examined;
}

Refusal roster_invalid(const RosterReport& report) {
    const auto count = std::to_string(report.errors.size());
    Refusal refusal{"roster-invalid",
                    "/csv",
                    "",
                    "Danh sách có " + count + " lỗi; chưa nhập dòng nào. Hãy sửa các lỗi được nêu rồi nhập lại.",
                    "The roster has " + count + " errors; nothing was imported. Mend them and import it again.",
                    {}};
    for (const auto& error : report.errors) {
        Refusal row{"invalid-field", "/lines/" + std::to_string(error.line), "", "", "", {}};
        row.detail_vi = "Dòng " + std::to_string(error.line);
        row.detail_en = "Line " + std::to_string(error.line);
        if (!error.column.empty()) {
            row.field += "/" + error.column;
            row.detail_vi += ", cột " + error.column;
            row.detail_en += ", column " + error.column;
        }
        if (error.cell) {
            row.detail_vi += " (ô " + *error.cell + ")";
            row.detail_en += " (cell " + *error.cell + ")";
        }
        row.detail_vi += ": " + error.detail_vi;
        row.detail_en += ": " + error.detail_en;
        refusal.more.push_back(std::move(row));
    }
    return refusal;
}

// `record` on every unit that a row names and, where a person is known, on the unit the person comes from.
Result<Authority> may_import(Past& past, const Acting& acting, const std::vector<RosterRow>& rows) {
    std::set<UnitCode> units;
    for (const auto& row : rows) {
        units.insert(row.post.unit);
        const auto* known = past.registry().person(row.person);
        const auto* post = known ? known->last_post_at(acting.today()) : nullptr;
        if (post) units.insert(post->unit);
    }
    auto found = competent_somewhere(past, acting.person, Power::record, acting.today());
    for (const auto& unit : units) {
        found = competent_for_unit(past, acting.person, Power::record, unit, acting.today());
        if (!found) return found;
    }
    return found;
}

// Nobody enters the own post, party membership or name by way of a file.
std::optional<Refusal> about_the_importer(const Acting& acting, const std::vector<ToWrite>& facts) {
    const auto own = person_stream(acting.person);
    const bool touched =
        std::any_of(facts.begin(), facts.end(), [&](const ToWrite& fact) { return fact.stream == own; });
    if (!touched) return std::nullopt;
    auto refusal = self_decision("Danh sách thay đổi dữ liệu của chính người nhập (" + acting.person.str() +
                                     "); dòng này phải do người khác có thẩm quyền nhập.",
                                 "The roster changes the entry of the importer (" + acting.person.str() +
                                     "); another competent person must import that row.");
    refusal.field = "/csv";
    return refusal;
}

std::optional<Refusal> unseen(const RosterReport& report, const std::optional<Digest>& seen) {
    const auto digest = differences_digest(report);
    if (!digest || digest == seen) return std::nullopt;
    if (!seen) {
        return Refusal{"precondition-required",
                       "/differencesSeen",
                       "",
                       "Danh sách thay đổi dữ liệu đã có; hãy xem các điểm khác biệt trước khi nhập.",
                       "The roster changes what is known; look at the differences first.",
                       {}};
    }
    return Refusal{"stale-revision",
                   "/differencesSeen",
                   "",
                   "Các điểm khác biệt đã xem không còn đúng; hãy xem lại.",
                   "The differences are not those that were seen; look at them again.",
                   {}};
}

}  // namespace

RosterReport examine_roster(const Registry& registry, Date today, std::string_view csv) {
    return examine(registry, today, csv, "Nhập danh sách").report;
}

std::optional<Digest> differences_digest(const RosterReport& report) {
    std::string text;
    for (const auto& difference : report.differences) {
        const bool seen_first =
            difference.kind == RosterDifferenceKind::changed || difference.kind == RosterDifferenceKind::extended;
        if (seen_first) text += json::to_json(difference) + "\n";
    }
    if (text.empty()) return std::nullopt;
    return digest_of(text);
}

Decision decide(Past& past, const Acting& acting, const ImportRoster& command) {
    past.note(province_stream());
    auto examined =
        examine(past.registry(), acting.today(), command.csv, "Theo danh sách nhập từ tệp " + command.file_name.str());
    auto& [report, rows, facts, imported] = examined;
    const auto authority = may_import(past, acting, rows);
    if (!authority) return authority.error();
    if (report.already_imported) return Decided{*authority, {}};
    if (!report.errors.empty()) return roster_invalid(report);
    if (auto refusal = about_the_importer(acting, facts)) return *std::move(refusal);
    if (auto refusal = unseen(report, command.differences_seen)) return *refusal;
    if (facts.size() + 1 > events::Append::events_max) {
        return Refusal{"too-large",
                       "/csv",
                       "",
                       "Danh sách tạo ra " + std::to_string(facts.size()) + " bản ghi, tối đa " +
                           std::to_string(events::Append::events_max) + "; hãy chia thành nhiều tệp.",
                       "The roster makes " + std::to_string(facts.size()) + " events, at most " +
                           std::to_string(events::Append::events_max) + "; split it.",
                       {}};
    }
    imported.file_name = command.file_name;
    Decided decided{*authority, {{province_stream(), imported, std::nullopt, std::nullopt}}};
    decided.events.insert(decided.events.end(), std::make_move_iterator(facts.begin()),
                          std::make_move_iterator(facts.end()));
    return decided;
}

}  // namespace minhbach::services::organisation
