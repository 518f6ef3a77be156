// Files going up: communes to their district and public units to their department on 28/11; departments and districts
// to the Department of Home Affairs, for the board of files: 27 sent by 24:00 of 29/11, 3 on 30/11, 3 not in November.
#include "api/demo/acts.hpp"
#include "api/demo/dice.hpp"

namespace minhbach::api::demo {
namespace {

namespace submission = services::submission;

// What is special about a direct file; everybody else sends by 29/11 and is accepted on 30/11 at the latest.
struct Special {
    std::string_view unit;
    Time sent;
    std::optional<Time> returned;
    std::optional<Time> sent_again;
    Time accepted;
};

std::vector<Special> special_files() {
    const auto late = [](int hour) { return moment("2023-11-30", hour, 20); };
    const auto in_time = [](int hour) { return moment("2023-11-29", hour, 40); };
    const auto december = [](std::string_view day, int hour) { return moment(day, hour, 15); };
    return {
        {"51-S20", late(15), {}, {}, december("2023-12-04", 9)},
        {"525", late(17), {}, {}, december("2023-12-04", 10)},
        {"531", late(19), {}, {}, december("2023-12-04", 11)},
        {"51-S17", december("2023-12-05", 9), {}, {}, december("2023-12-06", 9)},
        {"530", december("2023-12-05", 14), {}, {}, december("2023-12-06", 10)},
        {"536", december("2023-12-05", 16), {}, {}, december("2023-12-06", 14)},
        {"51-S07", in_time(8), moment("2023-11-30", 10), december("2023-12-01", 15), december("2023-12-04", 8)},
        {"533", in_time(9), moment("2023-11-30", 11), december("2023-12-04", 14), december("2023-12-05", 8)},
        // Still being looked at when November ended.
        {"535", in_time(21), {}, {}, december("2023-12-04", 15)},
        {"51-S12", in_time(15), {}, {}, december("2023-12-01", 8)},
        {"51-S18", in_time(16), {}, {}, december("2023-12-01", 9)},
        {"527", in_time(17), {}, {}, december("2023-12-01", 10)},
        {"51-S10", in_time(20), {}, {}, december("2023-12-01", 14)},
    };
}

class Files {
public:
    Files(Plan& plan, const World& world) : plan_(plan), world_(world) {}

    void lower(const UnitCode& code) {
        Dice dice(world_.options().seed, "file " + code.str());
        const auto district = world_.tier_of(code);
        const auto receiver = world_.agencies.at(district).officer;
        const auto sender = world_.unit(code).head.value_or(receiver);
        const bool sent_back = code.str() == "21523";  // once, by its district
        send(code, sender, moment("2023-11-28", 14, dice.between(0, 59)));
        if (sent_back) {
            give_back(code, receiver, moment("2023-11-28", 15, 30), "Thiếu biên bản cuộc họp của tập thể lãnh đạo xã");
            send(code, sender, moment("2023-11-28", 16, 10));
        }
        accept(code, receiver, moment("2023-11-28", 16, dice.between(20, 59)));
    }

    void direct(const UnitCode& code) {
        Dice dice(world_.options().seed, "file " + code.str());
        const auto sender = world_.agencies.at(code).officer;
        const auto receiver = world_.home_affairs;
        for (const auto& special : special_files()) {
            if (code.str() != special.unit) continue;
            send(code, sender, special.sent);
            if (special.returned) {
                give_back(code, receiver, *special.returned,
                          "Danh sách kèm theo chưa thống nhất với biên bản; đề nghị rà soát và gửi lại");
                send(code, sender, *special.sent_again);
            }
            accept(code, receiver, special.accepted);
            return;
        }
        const auto set = world_.file_at.find(code);
        if (set != world_.file_at.end())
            send(code, sender, set->second);
        else
            send(code, sender,
                 dice.percent(40) ? moment("2023-11-28", 17, dice.between(0, 50))
                                  : moment("2023-11-29", dice.between(8, 17), dice.between(0, 59)));
        accept(code, receiver, moment("2023-11-30", dice.between(8, 16), dice.between(0, 59)));
    }

private:
    void send(const UnitCode& unit, const PersonCode& by, Time when) {
        submission::SubmitFile command{kCycle, unit, false, {}};
        plan_.at(when, [=](Stage& stage) {
            stage.run(by, "submit-file", command, services::submission_stream(kCycle, unit));
        });
    }
    void give_back(const UnitCode& unit, const PersonCode& by, Time when, const std::string& reason) {
        submission::ReturnFile command{kCycle, unit, Text::of(reason), Label::of("0255 3822 500")};
        plan_.at(when, [=](Stage& stage) {
            stage.run(by, "return-file", command, services::submission_stream(kCycle, unit));
        });
    }
    void accept(const UnitCode& unit, const PersonCode& by, Time when) {
        submission::AcceptFile command{kCycle, unit, {}};
        plan_.at(when, [=](Stage& stage) {
            stage.run(by, "accept-file", command, services::submission_stream(kCycle, unit));
        });
    }

    Plan& plan_;
    const World& world_;
};

}  // namespace

void plan_files(Plan& plan, const World& world) {
    Files files(plan, world);
    for (const auto& unit : world.units()) {
        const auto& code = unit.established.unit;
        if (!unit.established.parent || world.agency_of(code) != code) continue;
        if (world.agencies.contains(code))
            files.direct(code);
        else
            files.lower(code);
    }
}

}  // namespace minhbach::api::demo
