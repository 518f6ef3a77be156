#include <algorithm>

#include "events/refusals.hpp"
#include "services/organisation/authority.hpp"
#include "services/organisation/commands.hpp"
#include "services/organisation/inputs.hpp"
#include "services/organisation/posts.hpp"

namespace minhbach::services::organisation {
namespace {

constexpr int kEarliestRatedYear = 1990;

// Entries about a person are kept by the unit of the present or last post.
Result<Authority> may_keep(Past& past, const Acting& acting, const Person& person) {
    const auto today = acting.today();
    if (const auto* post = person.last_post_at(today)) {
        return competent_for_person(past, acting.person, Power::record, *post, today);
    }
    return competent_somewhere(past, acting.person, Power::record, today);
}

Refusal about_oneself() {
    return self_decision(
        "Không được tự ghi nhận chức vụ, thời gian công tác, kết quả, kỷ luật hoặc kết luận về chính mình; việc này "
        "phải "
        "do người khác có thẩm quyền thực hiện.",
        "Nobody records posts, service, ratings, discipline or findings about themselves; another competent person "
        "must.");
}

struct EntryAbout {
    const Person* person;
    Authority authority;
};

// The person that an entry is about, and the authority to make it about somebody else.
Result<EntryAbout> about_another(Past& past, const Acting& acting, const PersonCode& code) {
    Problems problems;
    const auto* person = problems.person(past, code);
    if (!person) return std::move(problems).refusal();
    const auto authority = may_keep(past, acting, *person);
    if (!authority) return authority.error();
    if (acting.person == code) return about_oneself();
    return EntryAbout{person, *authority};
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const RegisterPerson& command) {
    const auto authority = competent_somewhere(past, acting.person, Power::record, acting.today());
    if (!authority) return authority.error();
    past.note(person_stream(command.person));
    if (past.registry().person(command.person)) {
        return already_exists("/person", "Đã có người mang mã " + command.person.str() + ".",
                              "There is a person " + command.person.str() + " already.");
    }
    Problems problems;
    if (!fits(command.person)) problems.add(code_too_long("/person"));
    problems.require(command.birth_date < acting.today(), "/birthDate", "Ngày sinh không được sau ngày hôm nay.",
                     "The date of birth is in the future.");
    if (!problems.none()) return std::move(problems).refusal();
    return written(*authority, person_stream(command.person), command);
}

Decision decide(Past& past, const Acting& acting, const CorrectPerson& command) {
    Problems problems;
    const auto* person = problems.person(past, command.person);
    if (!person) return std::move(problems).refusal();
    const auto authority = may_keep(past, acting, *person);
    if (!authority) return authority.error();
    const bool changes = (command.full_name && *command.full_name != person->full_name) ||
                         (command.birth_date && *command.birth_date != person->birth_date) ||
                         (command.sex && *command.sex != person->sex);
    if (!changes) return nothing_to_change();
    problems.require_reason(command.reason);
    problems.require(!command.birth_date || *command.birth_date < acting.today(), "/birthDate",
                     "Ngày sinh không được sau ngày hôm nay.", "The date of birth is in the future.");
    if (!problems.none()) return std::move(problems).refusal();
    return written(*authority, person_stream(command.person), command);
}

Decision decide(Past& past, const Acting& acting, const MergePersons& command) {
    Problems problems;
    const auto* person = problems.person(past, command.person);
    const auto* into = problems.person(past, command.into, "/into");
    problems.require(command.person != command.into, "/into", "Hai mã phải khác nhau.", "The two codes are the same.");
    problems.require_reason(command.reason);
    problems.document(past, command.document);
    if (!problems.none()) return std::move(problems).refusal();
    const auto authority = may_keep(past, acting, *person);
    if (!authority) return authority.error();
    if (const auto other = may_keep(past, acting, *into); !other) return other.error();
    if (acting.person == command.person || acting.person == command.into) return about_oneself();
    problems.require(person->birth_date == into->birth_date, "/into",
                     "Ngày sinh của hai mã khác nhau; nếu do nhập sai, hãy đính chính trước.",
                     "The two were born on different days; if one is a slip, correct it first.");
    const auto mandates = past.registry().mandates_of(command.person);
    problems.require(std::none_of(mandates.begin(), mandates.end(),
                                  [&](const Mandate* mandate) { return mandate->runs_on(acting.today()); }),
                     "/person",
                     "Mã " + command.person.str() + " còn văn bản giao quyền có hiệu lực; hãy thu hồi trước.",
                     "The code " + command.person.str() + " still holds a mandate; revoke it first.");
    for (const auto& [cycle, state] : past.registry().cycles()) {
        const auto& dossier = past.dossier(dossier_id(cycle, command.person));
        problems.require(!dossier.exists() || dossier.closed, "/person",
                         "Mã " + command.person.str() + " còn hồ sơ trong kỳ " + cycle.str() +
                             "; hãy đóng hồ sơ (DUPLICATE) trước, hoặc giữ mã này.",
                         "The code " + command.person.str() + " has a dossier in the cycle " + cycle.str() +
                             "; close it (DUPLICATE) first, or keep that code.");
    }
    if (!problems.none()) return std::move(problems).refusal();
    return written(*authority, person_stream(command.person), command);
}

Decision decide(Past& past, const Acting& acting, const SeparatePersons& command) {
    past.note(person_stream(command.person));
    const auto* person = past.registry().person(command.person);
    Problems problems;
    problems.require(
        person && person->merged_into == command.from, "/person",
        "Mã " + command.person.str() + " không phải là mã đã được hợp nhất vào " + command.from.str() + ".",
        "The code " + command.person.str() + " was not merged into " + command.from.str() + ".");
    const auto* from = problems.person(past, command.from, "/from");
    problems.require_reason(command.reason);
    problems.document(past, command.document);
    if (!problems.none()) return std::move(problems).refusal();
    const auto authority = may_keep(past, acting, *person);
    if (!authority) return authority.error();
    if (const auto other = may_keep(past, acting, *from); !other) return other.error();
    if (acting.person == command.person || acting.person == command.from) return about_oneself();
    return written(*authority, person_stream(command.person), command);
}

Decision decide(Past& past, const Acting& acting, const AssignPost& command) {
    const auto& post = command.post;
    Problems problems;
    const auto* person = problems.person(past, command.person);
    const auto day = day_of_reference(post, acting.today());
    problems.unit_on(past, post.unit, day, "/post/unit");
    if (!problems.none()) return std::move(problems).refusal();
    const auto authority = competent_for_person(past, acting.person, Power::record, post, acting.today());
    if (!authority) return authority.error();
    if (acting.person == command.person) return about_oneself();

    problems.document(past, command.document);
    problems.unit_on(past, post.managed_by, day, "/post/managedBy");
    if (post.head_of) problems.unit_on(past, *post.head_of, day, "/post/headOf");
    problems.require(!post.title.empty(), "/post/title", "Phải ghi chức vụ.", "The post has no title.");
    problems.require(!post.head_of || post.leader, "/post/leader", "Người đứng đầu là chức vụ lãnh đạo, quản lý.",
                     "Who heads a unit holds a leading post.");
    problems.require(!post.to || *post.to >= post.from, "/post/to",
                     "Ngày thôi giữ chức vụ không được trước ngày bắt đầu.", "The post ends before it begins.");
    problems.require(post.from >= person->birth_date, "/post/from", "Ngày bắt đầu trước ngày sinh.",
                     "The post begins before birth.");
    if (!problems.none()) return std::move(problems).refusal();
    if (const auto* same = same_post(*person, post)) {
        return already_exists(
            "/post",
            "Chức vụ này đã được ghi nhận từ ngày " + same->from.vietnamese() + " (" + same->title.str() + ").",
            "The post is entered already, from " + same->from.iso() + " on.");
    }
    return written(*authority, person_stream(command.person), command, post.from);
}

Decision decide(Past& past, const Acting& acting, const EndPost& command) {
    Problems problems;
    const auto* person = problems.person(past, command.person);
    if (!person) return std::move(problems).refusal();
    const auto held = std::find_if(person->posts.begin(), person->posts.end(), [&](const Post& post) {
        return post.unit == command.unit && post.from == command.from;
    });
    if (held == person->posts.end()) {
        return invalid_field(
            "/from", "Không có chức vụ tại " + command.unit.str() + " bắt đầu ngày " + command.from.vietnamese() + ".",
            "There is no post in " + command.unit.str() + " from " + command.from.iso() + " on.");
    }
    const auto authority = competent_for_person(past, acting.person, Power::record, *held, acting.today());
    if (!authority) return authority.error();
    if (acting.person == command.person) return about_oneself();
    if (held->to == command.to) return nothing_to_change();
    problems.require(command.to >= command.from, "/to", "Ngày thôi giữ chức vụ không được trước ngày bắt đầu.",
                     "The post ends before it begins.");
    problems.document(past, command.document);
    if (!problems.none()) return std::move(problems).refusal();
    return written(*authority, person_stream(command.person), command, command.to);
}

Decision decide(Past& past, const Acting& acting, const RecordSecondment& command) {
    const auto entry = about_another(past, acting, command.person);
    if (!entry) return entry.error();
    const auto& [person, authority] = *entry;
    Problems problems;
    problems.document(past, command.document);
    problems.unit_on(past, command.host, command.from, "/host");
    problems.require(!command.to || *command.to >= command.from, "/to",
                     "Thời gian biệt phái kết thúc trước khi bắt đầu.", "The secondment ends before it begins.");
    const auto* post = person->main_post_at(command.from);
    problems.require(post != nullptr, "/from", "Ngày này người được biệt phái không giữ chức vụ nào.",
                     "The person holds no post on that day.");
    if (!problems.none()) return std::move(problems).refusal();
    const auto& registry = past.registry();
    problems.require(registry.agency_of(post->unit, command.from) != registry.agency_of(command.host, command.from),
                     "/host", "Nơi biệt phái đến là chính cơ quan đang công tác; đây không phải là biệt phái.",
                     "The host is the agency the person works for, which is no secondment.");
    for (const auto& other : person->secondments) {
        const bool shares_a_day =
            (!other.to || command.from <= *other.to) && (!command.to || other.from <= *command.to);
        problems.require(!shares_a_day, "/from",
                         "Đã có biệt phái đến " + other.host.str() + " từ ngày " + other.from.vietnamese() +
                             "; hãy ghi ngày kết thúc trước.",
                         "There is a secondment to " + other.host.str() + " from " + other.from.iso() +
                             " on; record its end first.");
    }
    if (!problems.none()) return std::move(problems).refusal();
    return written(authority, person_stream(command.person), command, command.from);
}

Decision decide(Past& past, const Acting& acting, const EndSecondment& command) {
    const auto entry = about_another(past, acting, command.person);
    if (!entry) return entry.error();
    const auto& [person, authority] = *entry;
    const auto known = std::find_if(person->secondments.begin(), person->secondments.end(), [&](const auto& one) {
        return one.host == command.host && one.from == command.from;
    });
    if (known == person->secondments.end()) {
        return invalid_field(
            "/from",
            "Không có biệt phái đến " + command.host.str() + " bắt đầu ngày " + command.from.vietnamese() + ".",
            "There is no secondment to " + command.host.str() + " from " + command.from.iso() + " on.");
    }
    if (known->to == command.to) return nothing_to_change();
    Problems problems;
    problems.document(past, command.document);
    problems.require(command.to >= command.from, "/to", "Thời gian biệt phái kết thúc trước khi bắt đầu.",
                     "The secondment ends before it begins.");
    for (const auto& other : person->secondments) {
        problems.require(other.from <= command.from || other.from > command.to, "/to",
                         "Ngày kết thúc trùng với biệt phái từ ngày " + other.from.vietnamese() + ".",
                         "The end lies in the secondment from " + other.from.iso() + " on.");
    }
    if (!problems.none()) return std::move(problems).refusal();
    return written(authority, person_stream(command.person), command, command.to);
}

Decision decide(Past& past, const Acting& acting, const RecordPartyMembership& command) {
    const auto entry = about_another(past, acting, command.person);
    if (!entry) return entry.error();
    const auto& [person, authority] = *entry;
    Problems problems;
    problems.require(command.from <= acting.today(), "/from", "Ngày này ở sau ngày hôm nay.",
                     "The date is in the future.");
    problems.require(command.from > person->birth_date, "/from", "Ngày này ở trước ngày sinh.",
                     "The date is before birth.");
    if (!problems.none()) return std::move(problems).refusal();
    if (person->party_member_at(command.from) == command.member) return nothing_to_change();
    return written(authority, person_stream(command.person), command, command.from);
}

Decision decide(Past& past, const Acting& acting, const ImportEarlierRating& command) {
    const auto entry = about_another(past, acting, command.person);
    if (!entry) return entry.error();
    const auto& [person, authority] = *entry;
    Problems problems;
    if (person->earlier_ratings.contains(command.year)) {
        return already_exists("/year", "Đã có kết quả xếp loại năm " + std::to_string(command.year) + " của người này.",
                              "The rating of " + std::to_string(command.year) + " is entered already.");
    }
    problems.require(
        command.year >= kEarliestRatedYear && command.year < acting.today().year(), "/year",
        "Năm đánh giá phải trước năm hiện tại và từ năm " + std::to_string(kEarliestRatedYear) + ".",
        "The year lies before the present one, and not before " + std::to_string(kEarliestRatedYear) + ".");
    problems.require(!command.wording.empty(), "/wording", "Phải ghi đúng nguyên văn mức xếp loại.",
                     "The wording is missing.");
    problems.require(!command.source.empty(), "/source", "Phải ghi nguồn của kết quả.", "The source is missing.");
    if (command.unit) problems.unit(past, *command.unit);
    if (!problems.none()) return std::move(problems).refusal();
    if (!command.violations_counted.empty() && command.level != Level::not_completed) {
        return inconsistent("/violationsCounted",
                            "Chỉ kết quả \"Không hoàn thành nhiệm vụ\" mới tính hành vi vi phạm vào năm đó.",
                            "Only a rating \"Non-completion of tasks\" counts a violation in its year.");
    }
    return written(authority, person_stream(command.person), command);
}

Decision decide(Past& past, const Acting& acting, const RecordService& command) {
    const auto entry = about_another(past, acting, command.person);
    if (!entry) return entry.error();
    const auto& [person, authority] = *entry;
    Problems problems;
    const auto known = person->service.find(command.year);
    if (known != person->service.end() && known->second == command) return nothing_to_change();
    const auto month_count = [&](int months, std::string_view field) {
        problems.require(months >= 0 && months <= 12, field, "Số tháng từ 0 đến 12.", "Months are 0 to 12.");
    };
    month_count(command.months_worked, "/monthsWorked");
    month_count(command.absence_months, "/absenceMonths");
    month_count(command.maternity_months, "/maternityMonths");
    problems.require(command.year >= kEarliestRatedYear && command.year <= acting.today().year(), "/year",
                     "Năm không hợp lệ hoặc ở sau năm hiện tại.", "The year is out of range or in the future.");
    problems.require(!command.source.empty(), "/source", "Phải ghi nguồn của số liệu.", "The source is missing.");
    if (!problems.none()) return std::move(problems).refusal();
    if (command.months_worked + command.absence_months + command.maternity_months > 12) {
        return inconsistent("/monthsWorked", "Tổng số tháng làm việc, nghỉ và nghỉ thai sản vượt 12 tháng.",
                            "Months worked, absent and of maternity leave are more than 12.");
    }
    return written(authority, person_stream(command.person), command);
}

Decision decide(Past& past, const Acting& acting, const RecordDiscipline& command) {
    const auto entry = about_another(past, acting, command.person);
    if (!entry) return entry.error();
    const auto& [person, authority] = *entry;
    Problems problems;
    for (const auto& [recorded, known_at] : person->disciplines) {
        if (recorded.violation == command.violation && recorded.kind == command.kind && recorded.form == command.form &&
            recorded.effective == command.effective) {
            return already_exists("/violation", "Quyết định kỷ luật này đã được ghi nhận.",
                                  "This disciplinary decision is entered already.");
        }
    }
    problems.document(past, command.document);
    problems.require(command.effective <= acting.today(), "/effective", "Ngày có hiệu lực ở sau ngày hôm nay.",
                     "The discipline takes effect in the future.");
    problems.require(command.act_year <= command.effective.year() && command.act_year >= kEarliestRatedYear, "/actYear",
                     "Năm có hành vi vi phạm không được sau năm quyết định kỷ luật.",
                     "The act cannot be later than the discipline.");
    problems.require(!command.violation.empty(), "/violation", "Phải ghi mã hành vi vi phạm.",
                     "The violation has no id.");
    if (!problems.none()) return std::move(problems).refusal();
    return written(authority, person_stream(command.person), command, command.effective);
}

Decision decide(Past& past, const Acting& acting, const ConcludeFinding& command) {
    const auto entry = about_another(past, acting, command.person);
    if (!entry) return entry.error();
    const auto& [person, authority] = *entry;
    Problems problems;
    const bool known =
        std::any_of(person->findings.begin(), person->findings.end(), [&](const FindingConcluded& finding) {
            return finding.year == command.year && finding.finding == command.finding;
        });
    if (known) {
        return already_exists("/finding", "Kết luận này của năm " + std::to_string(command.year) + " đã được ghi nhận.",
                              "This finding of " + std::to_string(command.year) + " is entered already.");
    }
    problems.document(past, command.document);
    problems.require(command.year >= kEarliestRatedYear && command.year <= acting.today().year(), "/year",
                     "Năm không hợp lệ hoặc ở sau năm hiện tại.", "The year is out of range or in the future.");
    if (!problems.none()) return std::move(problems).refusal();
    return written(authority, person_stream(command.person), command);
}

}  // namespace minhbach::services::organisation
