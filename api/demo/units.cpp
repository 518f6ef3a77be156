#include <array>
#include <span>
#include <string_view>

#include "api/demo/world.hpp"
#include "services/organisation/units_csv.hpp"

namespace minhbach::api::demo {
namespace {

struct Constituent {
    UnitKind kind;
    std::string_view name;
};
using enum UnitKind;

struct OfDepartment {
    std::string_view code;
    std::array<Constituent, 4> constituents;
};
// Synthetic constituent units, each department's own. An office and a division first.
constexpr std::array<OfDepartment, 20> kDepartments{{
    {"51-S01",
     {{{office, "Phòng Hành chính - Tổ chức"},
       {division, "Phòng Tổng hợp"},
       {centre, "Trung tâm Công báo và Tin học"},
       {centre, "Trung tâm Phục vụ đối ngoại"}}}},
    {"51-S02",
     {{{office, "Văn phòng Sở Nội vụ"},
       {division, "Phòng Công chức, viên chức"},
       {sub_department, "Chi cục Văn thư - Lưu trữ"},
       {sub_department, "Ban Tôn giáo"}}}},
    {"51-S03",
     {{{office, "Văn phòng Sở Tư pháp"},
       {division, "Phòng Hành chính tư pháp"},
       {centre, "Trung tâm Trợ giúp pháp lý nhà nước"},
       {centre, "Trung tâm Dịch vụ đấu giá tài sản"}}}},
    {"51-S04",
     {{{office, "Văn phòng Sở Kế hoạch và Đầu tư"},
       {division, "Phòng Tổng hợp, quy hoạch"},
       {centre, "Trung tâm Xúc tiến đầu tư"},
       {centre, "Trung tâm Hỗ trợ doanh nghiệp"}}}},
    {"51-S05",
     {{{office, "Văn phòng Sở Tài chính"},
       {division, "Phòng Quản lý ngân sách"},
       {centre, "Trung tâm Tư vấn và Dịch vụ tài chính"},
       {centre, "Trung tâm Thẩm định giá"}}}},
    {"51-S06",
     {{{office, "Văn phòng Sở Công Thương"},
       {division, "Phòng Quản lý thương mại"},
       {centre, "Trung tâm Khuyến công và Xúc tiến thương mại"},
       {centre, "Trung tâm Tiết kiệm năng lượng"}}}},
    {"51-S07",
     {{{office, "Văn phòng Sở Nông nghiệp"},
       {division, "Phòng Kế hoạch - Tài chính"},
       {sub_department, "Chi cục Thủy lợi"},
       {sub_department, "Chi cục Kiểm lâm"}}}},
    {"51-S08",
     {{{office, "Văn phòng Sở Giao thông vận tải"},
       {division, "Phòng Quản lý vận tải"},
       {centre, "Trung tâm Đăng kiểm xe cơ giới"},
       {centre, "Trung tâm Quản lý hạ tầng giao thông"}}}},
    {"51-S09",
     {{{office, "Văn phòng Sở Xây dựng"},
       {division, "Phòng Quản lý quy hoạch"},
       {sub_department, "Chi cục Giám định xây dựng"},
       {centre, "Trung tâm Kiểm định chất lượng công trình"}}}},
    {"51-S10",
     {{{office, "Văn phòng Sở Tài nguyên"},
       {division, "Phòng Quản lý đất đai"},
       {sub_department, "Chi cục Bảo vệ môi trường"},
       {centre, "Trung tâm Phát triển quỹ đất tỉnh"}}}},
    {"51-S11",
     {{{office, "Văn phòng Sở Thông tin và Truyền thông"},
       {division, "Phòng Công nghệ thông tin"},
       {centre, "Trung tâm Công nghệ thông tin và Truyền thông"},
       {centre, "Trung tâm Giám sát an toàn thông tin"}}}},
    {"51-S12",
     {{{office, "Văn phòng Sở Lao động"},
       {division, "Phòng Việc làm - An toàn lao động"},
       {centre, "Trung tâm Dịch vụ việc làm"},
       {centre, "Trung tâm Công tác xã hội tỉnh"}}}},
    {"51-S13",
     {{{office, "Văn phòng Sở Văn hóa"},
       {division, "Phòng Quản lý văn hóa"},
       {centre, "Bảo tàng Tổng hợp tỉnh"},
       {centre, "Thư viện Tổng hợp tỉnh"}}}},
    {"51-S14",
     {{{office, "Văn phòng Sở Khoa học và Công nghệ"},
       {division, "Phòng Quản lý khoa học"},
       {sub_department, "Chi cục Tiêu chuẩn Đo lường Chất lượng"},
       {centre, "Trung tâm Ứng dụng và Dịch vụ khoa học công nghệ"}}}},
    {"51-S15",
     {{{office, "Văn phòng Sở Giáo dục và Đào tạo"},
       {division, "Phòng Giáo dục trung học"},
       {school, "Trường Trung học phổ thông số 1"},
       {school, "Trường Trung học phổ thông số 2"}}}},
    {"51-S16",
     {{{office, "Văn phòng Sở Y tế"},
       {division, "Phòng Nghiệp vụ y"},
       {hospital, "Bệnh viện Đa khoa số 1"},
       {hospital, "Bệnh viện Sản - Nhi số 2"}}}},
    {"51-S17",
     {{{office, "Văn phòng Sở Ngoại vụ"},
       {division, "Phòng Lãnh sự"},
       {centre, "Trung tâm Dịch vụ đối ngoại"},
       {centre, "Trung tâm Hỗ trợ hợp tác quốc tế"}}}},
    {"51-S18",
     {{{office, "Văn phòng Thanh tra tỉnh"},
       {division, "Phòng Nghiệp vụ 1"},
       {division, "Phòng Nghiệp vụ 2"},
       {division, "Phòng Giám sát, kiểm tra sau thanh tra"}}}},
    {"51-S19",
     {{{office, "Văn phòng Ban Dân tộc"},
       {division, "Phòng Chính sách dân tộc"},
       {division, "Phòng Tuyên truyền và Địa bàn"},
       {division, "Thanh tra Ban Dân tộc"}}}},
    {"51-S20",
     {{{office, "Văn phòng Ban Quản lý"},
       {division, "Phòng Quản lý đầu tư"},
       {centre, "Trung tâm Dịch vụ khu công nghiệp"},
       {centre, "Ban Quản lý dự án khu kinh tế"}}}},
}};

// Every district has these.
constexpr std::array<Constituent, 6> kDistrict{{{office, "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"},
                                                {division, "Phòng Nội vụ"},
                                                {division, "Phòng Giáo dục và Đào tạo"},
                                                {school, "Trường Trung học cơ sở số 1"},
                                                {school, "Trường Tiểu học số 1"},
                                                {centre, "Trung tâm Truyền thông - Văn hóa - Thể thao"}}};

void add_constituents(World& world, const std::string& parent, std::span<const Constituent> constituents) {
    int number = 0;
    for (const auto& [kind, name] : constituents) {
        world.add_unit(parent + "-C" + std::to_string(++number), std::string(name), kind, parent);
    }
}

}  // namespace

void add_units(World& world) {
    std::vector<std::string> districts;
    for (const auto& unit : services::organisation::read_units(units_csv(), kSince).value()) {
        world.add_unit(unit.unit.str(), unit.name.str(), unit.kind, unit.parent ? unit.parent->str() : "");
        if (unit.kind == district) districts.push_back(unit.unit.str());
    }
    for (const auto& department : kDepartments)
        add_constituents(world, std::string(department.code), department.constituents);
    for (const auto& code : districts) add_constituents(world, code, kDistrict);
}

}  // namespace minhbach::api::demo
