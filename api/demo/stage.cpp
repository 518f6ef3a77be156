#include "api/demo/stage.hpp"

#include <chrono>
#include <ostream>

namespace minhbach::api::demo {

void Stage::enter() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return in_flight_ < in_flight_max; });
    ++in_flight_;
}

void Stage::leave(std::optional<Refusal> wrong) {
    const std::lock_guard lock(mutex_);
    --in_flight_;
    if (wrong && !failure_) failure_ = std::move(wrong);
    changed_.notify_all();
}

void Stage::submit(const PersonCode& person, const char* name, events::Stream target,
                   std::optional<std::string> wanted_refusal, const Decide& decide) {
    enter();
    ++commands_;
    const std::string where =
        std::string(name) + " on " + target.name() + " by " + person.str() + " at " + clock_.now().vietnamese();
    services::Conditions conditions{name, std::move(target), {}, {}, {}};
    desk_.execute(person, std::move(conditions), decide,
                  [this, where, wanted_refusal](Result<services::Receipt> result) {
                      std::optional<Refusal> wrong;
                      if (!result && result.error().type != wanted_refusal) {
                          wrong = result.error();
                      } else if (result && wanted_refusal) {
                          wrong = Refusal{"step-order",
                                          "",
                                          "",
                                          "lẽ ra phải bị từ chối: " + *wanted_refusal,
                                          "should have been refused: " + *wanted_refusal,
                                          {}};
                      }
                      if (wrong) {
                          wrong->detail_vi = where + ": " + wrong->detail_vi;
                          wrong->detail_en = where + ": " + wrong->detail_en;
                      }
                      leave(std::move(wrong));
                  });
}

void Stage::viewed(const PersonCode& person, const PersonCode& subject, const DossierId& dossier,
                   const std::string& view, const std::string& purpose) {
    enter();
    desk_.note_access(person, DossierViewed{dossier, subject, Label::of(view), Text::of(purpose)}, [this](bool noted) {
        std::optional<Refusal> wrong;
        if (!noted)
            wrong = Refusal{"outcome-unknown", "", "", "không ghi được lượt xem", "a view could not be entered", {}};
        leave(std::move(wrong));
    });
}

void Stage::drain() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return in_flight_ == 0; });
}

bool Stage::failed() const {
    const std::lock_guard lock(mutex_);
    return failure_.has_value();
}

std::optional<Refusal> Stage::failure() const {
    const std::lock_guard lock(mutex_);
    return failure_;
}

Outcome Plan::carry_out(Stage& stage, std::ostream& progress) const {
    const auto begun = std::chrono::steady_clock::now();
    const auto tell = [&](Date day) {
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begun;
        progress << day.vietnamese() << ": " << stage.commands() << " lệnh, "
                 << static_cast<int>(seconds.count() * 10) / 10.0 << " giây\n";
    };
    std::optional<Date> day;
    for (const auto& [when, acts] : acts_) {
        if (day && *day != when.local_date()) tell(*day);
        day = when.local_date();
        stage.clock().set(when);
        for (const auto& act : acts) {
            act(stage);
            if (stage.failed()) break;
        }
        if (stage.failed()) break;
    }
    stage.drain();
    if (const auto failure = stage.failure()) return *failure;
    if (day) tell(*day);
    return {};
}

std::size_t Plan::size() const {
    std::size_t count = 0;
    for (const auto& [when, acts] : acts_) count += acts.size();
    return count;
}

}  // namespace minhbach::api::demo
