// Who is signed in, with posts and mandates of today.
#include "api/routes/session.hpp"

#include <algorithm>

#include "api/routes/answer.hpp"
#include "api/routes/router.hpp"
#include "services/decision.hpp"
#include "services/law/calendar.hpp"

namespace minhbach::api::routes {
namespace {

struct MandateLine {
    MandateId mandate;
    std::vector<Power> powers;
    UnitCode unit;
    Label unit_name;
    Reach reach = Reach::unit;
    Capacity capacity = Capacity::in_office;
    Date from;
    std::optional<Date> to;
    DocumentId document;
};
BOOST_DESCRIBE_STRUCT(MandateLine, (), (mandate, powers, unit, unit_name, reach, capacity, from, to, document))

struct PostLine {
    Label title;
    UnitCode unit;
    Label unit_name;
    std::optional<UnitCode> parent;
    std::optional<Label> parent_name;
    UnitCode managed_by;
    std::optional<UnitCode> head_of;
    bool leader = false;
};
BOOST_DESCRIBE_STRUCT(PostLine, (), (title, unit, unit_name, parent, parent_name, managed_by, head_of, leader))

struct Me {
    PersonCode person;
    std::optional<Label> name;
    std::vector<PostLine> posts;        // held today, the one that counts first
    std::vector<MandateLine> mandates;  // that hold today
    bool inspects = false;
    bool administers = false;
    bool receives = false;  // the files of the whole province
    bool sees_all = false;
    Date today;
    Time token_expires_at;
    SignInMethod method = SignInMethod::token;
    std::optional<Label> acr;  // how strongly, in the words of the provider
    std::vector<Label> amr;
    Time proven_at;                   // when they last showed who they are
    std::optional<Time> signs_until;  // acts that sign need no further proof before; absent: every request carries one
    bool has_password = false;
    bool has_code_device = false;
    bool simulated = false;
};
BOOST_DESCRIBE_STRUCT(Me, (),
                      (person, name, posts, mandates, inspects, administers, receives, sees_all, today,
                       token_expires_at, method, acr, amr, proven_at, signs_until, has_password, has_code_device,
                       simulated))

Label name_of(const services::organisation::Registry& registry, const UnitCode& code, Date day) {
    const auto* unit = registry.unit(code);
    const auto* version = unit ? unit->at(day) : nullptr;
    return version ? version->name : Label::of(code.str());
}

PostLine post_line(const services::organisation::Registry& registry, const Post& post, Date day) {
    PostLine line{post.title,   post.unit,  name_of(registry, post.unit, day), {}, {}, post.managed_by,
                  post.head_of, post.leader};
    const auto* unit = registry.unit(post.unit);
    const auto* version = unit ? unit->at(day) : nullptr;
    if (version && version->parent) {
        line.parent = version->parent;
        line.parent_name = name_of(registry, *version->parent, day);
    }
    return line;
}

Me me_of(House& house, const sign_in::SignedIn& signed_in) {
    Me view;
    view.person = signed_in.person;
    view.token_expires_at = signed_in.expires_at;
    view.method = signed_in.proof.method;
    view.acr = signed_in.proof.acr;
    view.amr = signed_in.proof.amr;
    view.proven_at = signed_in.proof.at;
    if (signed_in.is_session)
        view.signs_until = signed_in.proof.at.plus_millis(
            std::chrono::duration_cast<std::chrono::milliseconds>(house.identity.sessions.limits().proof).count());
    view.has_password = house.identity.accounts.has_password(signed_in.person);
    view.has_code_device = house.identity.accounts.has_device(signed_in.person);
    view.simulated = house.simulated();
    house.desk.look([&](services::Past& past, Time now) {
        const auto& registry = past.registry();
        const Reader reader(registry, signed_in.person, now.local_date());
        view.inspects = reader.inspects();
        view.administers = reader.administers();
        view.receives = reader.receives();
        view.sees_all = reader.sees_all();
        view.today = now.local_date();
        if (const auto* person = registry.person(signed_in.person)) {
            view.name = person->full_name;
            const auto* main = person->main_post_at(view.today);
            if (main) view.posts.push_back(post_line(registry, *main, view.today));
            for (const auto* post : person->posts_at(view.today))
                if (post != main) view.posts.push_back(post_line(registry, *post, view.today));
        }
        for (const auto* mandate : registry.mandates_of(signed_in.person)) {
            if (!mandate->holds_on(view.today)) continue;
            const auto& granted = mandate->granted;
            view.mandates.push_back({granted.mandate, granted.powers, granted.unit,
                                     name_of(registry, granted.unit, view.today), granted.reach, granted.capacity,
                                     granted.from, granted.to, granted.document});
        }
    });
    return view;
}

awaitable<http::Response> me(Context& context) {
    auto response = http::json(200, json::to_json(me_of(context.house, *context.signed_in)));
    response.headers.add("Cache-Control", "private, no-store");
    co_return response;
}

struct Term {
    Date last_day;                         // until 24:00 of it
    std::optional<int> working_days_left;  // after today; absent where the calendar has no data, or it has passed
    bool passed = false;
};
BOOST_DESCRIBE_STRUCT(Term, (), (last_day, working_days_left, passed))

// The newest cycle, whose work is today's.
struct CycleNow {
    CycleId cycle;
    int year = 0;
    Label title;
    Term submission;
    std::optional<Term> self_assessment;
    std::optional<DossierId> dossier;  // one's own in it
};
BOOST_DESCRIBE_STRUCT(CycleNow, (), (cycle, year, title, submission, self_assessment, dossier))

struct Session {
    bool simulated = false;
    Date today;
    std::optional<Me> me;  // absent: nobody is signed in
    std::optional<CycleNow> cycle;
};
BOOST_DESCRIBE_STRUCT(Session, (), (simulated, today, me, cycle))

Term term_of(const Deadline& deadline, Date today) {
    Term term;
    term.last_day = deadline.inclusive ? deadline.date : deadline.date.plus(-1);
    term.passed = term.last_day < today;
    if (!term.passed) {
        const auto left = services::law::Calendar::vietnam().working_days_between(today, term.last_day);
        if (left) term.working_days_left = *left;
    }
    return term;
}

// The newest cycle known, whose work is today's.
std::optional<CycleOpened> current_cycle(const House& house) {
    const auto cycles = house.answers.cycles({});
    if (!cycles || cycles->items.empty()) return std::nullopt;
    return *std::max_element(cycles->items.begin(), cycles->items.end(),
                             [](const CycleOpened& left, const CycleOpened& right) { return left.year < right.year; });
}

Session session_of(House& house, const std::optional<sign_in::SignedIn>& signed_in) {
    Session session;
    session.simulated = house.simulated();
    house.desk.look([&](services::Past&, Time now) { session.today = now.local_date(); });
    if (!signed_in) return session;
    session.me = me_of(house, *signed_in);
    if (const auto opened = house.caught_up() ? current_cycle(house) : std::nullopt) {
        CycleNow cycle{opened->cycle, opened->year, opened->title, term_of(opened->submission, session.today), {}, {}};
        if (opened->self_assessment) cycle.self_assessment = term_of(*opened->self_assessment, session.today);
        const auto own = services::dossier_id(opened->cycle, signed_in->person);
        if (house.answers.dossier_row(own)) cycle.dossier = own;
        session.cycle = std::move(cycle);
    }
    return session;
}

// Open: a console that nobody is signed in to asks, too.
awaitable<http::Response> session(Context& context) {
    std::optional<sign_in::SignedIn> signed_in;
    if (const auto token = token_of(context.request, true)) {
        if (auto known = context.house.identity.check(*token, context.house.wall.now())) {
            const bool is_noted = co_await first_use_noted(context.house, *known);
            if (!is_noted) co_return http::problem(outcome_unknown());
            signed_in = std::move(*known);
        }
    }
    co_return shown_session(context.house, signed_in);
}

}  // namespace

http::Response shown_session(House& house, const std::optional<sign_in::SignedIn>& signed_in) {
    auto response = http::json(200, json::to_json(session_of(house, signed_in)));
    response.headers.add("Cache-Control", "private, no-store");
    return response;
}

Body session_body() {
    return {"application/json", schema<Session>()};
}

std::vector<Route> session_routes() {
    Route myself = open_read("/v1/me", "me",
                             {"Người đang đăng nhập và các quyền hôm nay", "Who is signed in, with today's mandates"},
                             {{"application/json", schema<Me>()}}, me);
    myself.access = Access::signed_in;
    myself.permission = "any signed-in person";
    Route asked = open_read("/v1/session", "session",
                            {"Ai đang đăng nhập, nếu có; kỳ đánh giá hiện nay và số ngày làm việc còn lại",
                             "Who is signed in, if anybody; the cycle of today and the working days left"},
                            {{"application/json", schema<Session>()}}, session);
    return {std::move(myself), std::move(asked)};
}

}  // namespace minhbach::api::routes
