// Files of units on their way up, and the board of files.
#include "api/routes/all.hpp"
#include "api/routes/answer.hpp"
#include "api/routes/command.hpp"

namespace minhbach::api::routes {
namespace {

namespace submission = services::submission;

events::Stream its_file(const auto& command) {
    return services::submission_stream(command.cycle, command.unit);
}

projections::FileCounts counts_of(const std::vector<projections::FileLine>& lines) {
    projections::FileCounts counts;
    for (const auto& line : lines) {
        ++counts.due;
        if (line.status == projections::FileStatus::missing) {
            ++counts.missing;
            continue;
        }
        ++(line.late ? counts.late : counts.on_time);
        counts.submitted += line.status == projections::FileStatus::submitted;
        counts.returned += line.status == projections::FileStatus::returned;
        counts.accepted += line.status == projections::FileStatus::accepted;
    }
    return counts;
}

awaitable<http::Response> board(Context& context, projections::Known known) {
    const auto cycle = id_in_path<CycleId>(context, "cycle");
    if (!cycle) co_return http::problem(cycle.error());
    const auto district = id_in_query<UnitCode>(context, "district");
    if (!district) co_return http::problem(district.error());
    auto found = context.answers().files(*cycle, *district, known);
    if (!found) co_return http::problem(found.error());
    bool any = false;
    std::size_t left_out = 0;
    as_reader(context, [&](const Reader& reader, services::Past&) {
        any = reader.has_unit();
        left_out = std::erase_if(found->items, [&](const auto& line) { return !reader.sees_unit(line.unit.unit); });
    });
    if (!any) co_return http::problem(no_such_thing());
    if (left_out > 0) found->counts = counts_of(found->items);
    co_return answer_of(context, *found, left_out == 0);
}

awaitable<http::Response> file(Context& context, projections::Known known) {
    const auto cycle = id_in_path<CycleId>(context, "cycle");
    const auto unit = id_in_path<UnitCode>(context, "unit");
    if (!cycle || !unit) co_return http::problem(no_such_thing());
    if (!may_see_unit(context, *unit)) co_return http::problem(no_such_thing());
    const auto found = context.answers().file(*cycle, *unit, known);
    if (!found) co_return http::problem(found.error());
    co_return answer_of(context, *found, true, static_cast<std::uint64_t>(found->line.revision));
}

template <class Command>
Route on_file(std::string what, std::string name, Words summary, Kind kind, std::string permission) {
    return command_route<Command>("/v1/cycles/{cycle}/files/{unit}/" + what, std::move(name), std::move(summary), kind,
                                  std::move(permission), its_file);
}

}  // namespace

std::vector<Route> file_routes() {
    return {
        on_file<submission::SubmitFile>("submission", "submit-file", {"Gửi hồ sơ của đơn vị", "Send the unit's file"},
                                        Kind::additive, "submit"),
        on_file<submission::ReturnFile>("return", "return-file",
                                        {"Trả hồ sơ, nêu lý do", "Return the file, with reason"}, Kind::judging,
                                        "receive, of the unit it was sent to"),
        on_file<submission::AcceptFile>("acceptance", "accept-file", {"Tiếp nhận hồ sơ", "Accept the file"},
                                        Kind::judging, "receive, of the unit it was sent to"),
        heavy(read_route<projections::FilesAnswer>(
            "/v1/cycles/{cycle}/files", "files",
            {"Bảng hồ sơ: đã gửi, gửi muộn, chưa gửi", "The board of files: sent, late, missing"},
            "those whose mandates reach a unit; all: inspection, Home Affairs",
            {in_query("district", "mã huyện: hồ sơ của các xã gửi về huyện",
                      "code of a district: the files its communes owe it")},
            board)),
        read_route<projections::FileAnswer>("/v1/cycles/{cycle}/files/{unit}", "file",
                                            {"Hồ sơ của một đơn vị và các lần gửi", "A unit's file with every version"},
                                            "those whose mandates reach the unit", {}, file),
    };
}

}  // namespace minhbach::api::routes
