// Written by types.mjs from the program's OpenAPI document; a test compares.
export interface paths {
    "/v1/health": {
        parameters: {
        };
        /** Tình trạng: ghi được hay chỉ xem, vì sao và từ lúc nào */
        get: operations["condition"];
    };
    "/v1/openapi.json": {
        parameters: {
        };
        /** Mô tả giao diện lập trình này */
        get: operations["openapi"];
    };
    "/v1/rulebooks": {
        parameters: {
        };
        /** Các bộ quy tắc, nguyên văn và mã băm */
        get: operations["rulebooks"];
    };
    "/v1/rulebooks/{rulebook}": {
        parameters: {
        };
        /** Quy trình, ý kiến, thành phần họp, mẫu và thời hạn của một bộ quy tắc */
        get: operations["rulebook"];
    };
    "/v1/rules/evaluate": {
        parameters: {
        };
        /** Xét mức xếp loại theo tiêu chí */
        post: operations["evaluate-rules"];
    };
    "/v1/rules/quota": {
        parameters: {
        };
        /** Tính tỷ lệ xếp loại xuất sắc */
        post: operations["evaluate-quota"];
    };
    "/v1/rules/deadline": {
        parameters: {
        };
        /** Tính thời hạn theo ngày làm việc */
        post: operations["evaluate-deadline"];
    };
    "/v1/rules/procedure": {
        parameters: {
        };
        /** Xét một bước của quy trình: thứ tự, ý kiến, thành phần, mẫu, thời hạn */
        post: operations["evaluate-procedure"];
    };
    "/v1/rules/what-if": {
        parameters: {
        };
        /** Thử thay đổi số liệu của hồ sơ, không lưu lại gì */
        post: operations["what-if"];
    };
    "/v1/log": {
        parameters: {
        };
        /** Tên, khóa và kích thước của nhật ký */
        get: operations["log"];
    };
    "/v1/log/keys": {
        parameters: {
        };
        /** Chuỗi khóa của nhật ký: mỗi lần thay khóa do khóa cũ và khóa mới cùng ký */
        get: operations["log-keys"];
    };
    "/v1/log/entries/{position}/proof": {
        parameters: {
        };
        /** Bằng chứng một bản ghi nằm trong nhật ký */
        get: operations["log-proof"];
    };
    "/v1/log/entries/{position}/receipt": {
        parameters: {
        };
        /** Biên nhận một bản ghi nằm trong nhật ký (C2SP tlog-proof) */
        get: operations["log-receipt"];
    };
    "/v1/log/consistency": {
        parameters: {
        };
        /** Bằng chứng nhật ký chỉ được thêm, không bị sửa */
        get: operations["log-consistency"];
    };
    "/v1/log/entries/{position}": {
        parameters: {
        };
        /** Một bản ghi của nhật ký */
        get: operations["log-entry"];
    };
    "/v1/log/seals": {
        parameters: {
        };
        /** Các lần niêm phong chỉ mục của nhật ký */
        get: operations["log-seals"];
    };
    "/v1/log/completeness": {
        parameters: {
        };
        /** Bằng chứng một danh sách sự kiện là đầy đủ: một trong stream, subject, actor */
        get: operations["log-completeness"];
    };
    "/v1/documents": {
        parameters: {
        };
        /** Ghi nhận văn bản */
        post: operations["register-document"];
    };
    "/v1/documents/{document}/corrections": {
        parameters: {
        };
        /** Đính chính thông tin văn bản đã nhập */
        post: operations["correct-document"];
    };
    "/v1/classified-documents": {
        parameters: {
        };
        /** Ghi nhận văn bản có độ mật: chỉ số, ngày, nơi lưu giữ */
        post: operations["note-classified-document"];
    };
    "/v1/classified-documents/{document}": {
        parameters: {
        };
        /** Một văn bản có độ mật: số, ngày, nơi lưu giữ */
        get: operations["classified-document"];
    };
    "/v1/documents/{document}": {
        parameters: {
        };
        /** Một văn bản và các lần đính chính */
        get: operations["document"];
    };
    "/v1/units": {
        parameters: {
        };
        /** Các đơn vị */
        get: operations["units"];
        /** Thành lập đơn vị */
        post: operations["establish-unit"];
    };
    "/v1/units/{unit}/changes": {
        parameters: {
        };
        /** Đổi tên, chuyển đơn vị */
        post: operations["change-unit"];
    };
    "/v1/units/{unit}/dissolution": {
        parameters: {
        };
        /** Giải thể đơn vị */
        post: operations["dissolve-unit"];
    };
    "/v1/units/{unit}": {
        parameters: {
        };
        /** Một đơn vị */
        get: operations["unit"];
    };
    "/v1/people": {
        parameters: {
        };
        /** Ghi nhận cán bộ, công chức, viên chức */
        post: operations["register-person"];
    };
    "/v1/people/{person}/corrections": {
        parameters: {
        };
        /** Đính chính thông tin cá nhân */
        post: operations["correct-person"];
    };
    "/v1/people/{person}/merging": {
        parameters: {
        };
        /** Hợp nhất hai mã của cùng một người */
        post: operations["merge-persons"];
    };
    "/v1/people/{person}/separation": {
        parameters: {
        };
        /** Tách hai mã đã hợp nhất nhầm */
        post: operations["separate-persons"];
    };
    "/v1/people/{person}/posts": {
        parameters: {
        };
        /** Bố trí vị trí công tác */
        post: operations["assign-post"];
    };
    "/v1/people/{person}/posts/end": {
        parameters: {
        };
        /** Kết thúc vị trí công tác */
        post: operations["end-post"];
    };
    "/v1/people/{person}/secondments": {
        parameters: {
        };
        /** Ghi nhận biệt phái */
        post: operations["record-secondment"];
    };
    "/v1/people/{person}/secondments/end": {
        parameters: {
        };
        /** Kết thúc biệt phái */
        post: operations["end-secondment"];
    };
    "/v1/people/{person}/party-membership": {
        parameters: {
        };
        /** Ghi nhận đảng viên */
        post: operations["record-party-membership"];
    };
    "/v1/people/{person}/service": {
        parameters: {
        };
        /** Ghi nhận thời gian công tác trong năm */
        post: operations["record-service"];
    };
    "/v1/people/{person}/disciplines": {
        parameters: {
        };
        /** Ghi nhận kỷ luật */
        post: operations["record-discipline"];
    };
    "/v1/people/{person}/concluded-findings": {
        parameters: {
        };
        /** Ghi nhận kết luận của cấp có thẩm quyền */
        post: operations["conclude-finding"];
    };
    "/v1/people/{person}/earlier-ratings": {
        parameters: {
        };
        /** Nhập kết quả xếp loại các năm trước */
        post: operations["import-earlier-rating"];
    };
    "/v1/people/{person}/relations": {
        parameters: {
        };
        /** Khai, ghi nhận quan hệ gia đình, lợi ích */
        post: operations["declare-relation"];
    };
    "/v1/people/{person}/relations/end": {
        parameters: {
        };
        /** Chấm dứt quan hệ đã khai */
        post: operations["end-relation"];
    };
    "/v1/people/{person}": {
        parameters: {
        };
        /** Một cán bộ, công chức, viên chức */
        get: operations["person"];
    };
    "/v1/people/{person}/ratings": {
        parameters: {
        };
        /** Kết quả xếp loại qua các năm */
        get: operations["ratings"];
    };
    "/v1/mandates": {
        parameters: {
        };
        /** Giao quyền */
        post: operations["grant-mandate"];
    };
    "/v1/mandates/{mandate}/corrections": {
        parameters: {
        };
        /** Đính chính việc giao quyền đã nhập */
        post: operations["correct-mandate"];
    };
    "/v1/mandates/{mandate}/revocation": {
        parameters: {
        };
        /** Thu hồi quyền */
        post: operations["revoke-mandate"];
    };
    "/v1/mandates/{mandate}": {
        parameters: {
        };
        /** Một quyền được giao và căn cứ */
        get: operations["mandate"];
    };
    "/v1/imports": {
        parameters: {
        };
        /** Nhập danh sách cán bộ, công chức, viên chức (CSV, XLSX); dry_run=true chỉ kiểm tra */
        post: operations["import-roster"];
    };
    "/v1/cycles": {
        parameters: {
        };
        /** Các kỳ đánh giá */
        get: operations["cycles"];
        /** Mở kỳ đánh giá, xếp loại */
        post: operations["open-cycle"];
    };
    "/v1/cycles/{cycle}/groups": {
        parameters: {
        };
        /** Xác định nhóm đối tượng có nhiệm vụ tương đồng */
        post: operations["define-comparable-group"];
    };
    "/v1/cycles/{cycle}/readings": {
        parameters: {
        };
        /** Nêu cách tính tỷ lệ xếp loại "Hoàn thành xuất sắc nhiệm vụ" */
        post: operations["name-quota-reading"];
    };
    "/v1/cycles/{cycle}/exceptions": {
        parameters: {
        };
        /** Cho phép tỷ lệ cao hơn theo văn bản */
        post: operations["grant-quota-exception"];
    };
    "/v1/cycles/{cycle}/dossiers": {
        parameters: {
        };
        /** Mở hồ sơ của người được đánh giá */
        post: operations["open-dossiers"];
    };
    "/v1/cycles/{cycle}/extensions": {
        parameters: {
        };
        /** Gia hạn cho kỳ hoặc cho một đơn vị */
        post: operations["extend-term"];
    };
    "/v1/cycles/{cycle}/closing": {
        parameters: {
        };
        /** Khóa kỳ đánh giá */
        post: operations["close-cycle"];
    };
    "/v1/cycles/{cycle}/reopening": {
        parameters: {
        };
        /** Mở lại kỳ đánh giá */
        post: operations["reopen-cycle"];
    };
    "/v1/cycles/{cycle}/copies": {
        parameters: {
        };
        /** Lấy lại cách tổ chức của kỳ trước */
        post: operations["copy-setup"];
    };
    "/v1/cycles/{cycle}/bindings": {
        parameters: {
        };
        /** Áp dụng bộ quy tắc khác cho một đơn vị */
        post: operations["bind-rulebook"];
    };
    "/v1/cycles/{cycle}": {
        parameters: {
        };
        /** Một kỳ đánh giá */
        get: operations["cycle"];
    };
    "/v1/cycles/{cycle}/distribution": {
        parameters: {
        };
        /** Phân bố mức xếp loại theo cơ quan */
        get: operations["distribution"];
    };
    "/v1/work/{year}/people/{person}/tasks": {
        parameters: {
        };
        /** Giao nhiệm vụ */
        post: operations["assign-tasks"];
    };
    "/v1/work/{year}/people/{person}/changes": {
        parameters: {
        };
        /** Điều chỉnh nhiệm vụ, nêu lý do */
        post: operations["change-task"];
    };
    "/v1/work/{year}/people/{person}/deliveries": {
        parameters: {
        };
        /** Báo cáo sản phẩm, kết quả cụ thể */
        post: operations["deliver-tasks"];
    };
    "/v1/work/{year}/people/{person}/acceptances": {
        parameters: {
        };
        /** Nghiệm thu kết quả */
        post: operations["accept-tasks"];
    };
    "/v1/work/{year}/units/{unit}/tasks": {
        parameters: {
        };
        /** Giao nhiệm vụ */
        post: operations["assign-tasks-of-unit"];
    };
    "/v1/work/{year}/units/{unit}/changes": {
        parameters: {
        };
        /** Điều chỉnh nhiệm vụ, nêu lý do */
        post: operations["change-task-of-unit"];
    };
    "/v1/work/{year}/units/{unit}/deliveries": {
        parameters: {
        };
        /** Báo cáo sản phẩm, kết quả cụ thể */
        post: operations["deliver-tasks-of-unit"];
    };
    "/v1/work/{year}/units/{unit}/acceptances": {
        parameters: {
        };
        /** Nghiệm thu kết quả */
        post: operations["accept-tasks-of-unit"];
    };
    "/v1/work/{year}/people/{person}": {
        parameters: {
        };
        /** Nhiệm vụ được giao của một người */
        get: operations["work-of-person"];
    };
    "/v1/work/{year}/units/{unit}": {
        parameters: {
        };
        /** Nhiệm vụ, chỉ tiêu của một đơn vị */
        get: operations["work-of-unit"];
    };
    "/v1/dossiers": {
        parameters: {
        };
        /** Danh sách hồ sơ, theo tên người Việt */
        get: operations["dossiers"];
    };
    "/v1/dossiers/{dossier}": {
        parameters: {
        };
        /** Hồ sơ đánh giá, xếp loại */
        get: operations["dossier"];
    };
    "/v1/dossiers/{dossier}/timeline": {
        parameters: {
        };
        /** Diễn biến của hồ sơ, mới nhất trước */
        get: operations["timeline"];
    };
    "/v1/dossiers/{dossier}/diff": {
        parameters: {
        };
        /** Thay đổi giữa hai mốc, ai thay đổi và có đúng thẩm quyền không */
        get: operations["diff"];
    };
    "/v1/dossiers/{dossier}/self-assessments": {
        parameters: {
        };
        /** Các lần nộp phiếu tự đánh giá và thay đổi */
        get: operations["self-assessments"];
    };
    "/v1/dossiers/{dossier}/values": {
        parameters: {
        };
        /** Mọi mức đã từng có của kết quả này, ai nêu, lúc nào, lý do gì */
        get: operations["values"];
    };
    "/v1/dossiers/{dossier}/synthesis": {
        parameters: {
        };
        /** Ý kiến nào trong biên bản có, ý kiến nào chưa thấy trong bản tổng hợp trình người quyết định */
        get: operations["synthesis"];
    };
    "/v1/dossiers/{dossier}/grounds": {
        parameters: {
        };
        /** Phiếu căn cứ xếp loại */
        get: operations["ground-sheet"];
    };
    "/v1/dossiers/{dossier}/allowed-actions": {
        parameters: {
        };
        /** Việc người đang đăng nhập được làm, và lý do khi chưa được */
        get: operations["allowed-actions"];
    };
    "/v1/dossiers/{dossier}/views": {
        parameters: {
        };
        /** Ai đã xem hồ sơ, vì mục đích gì */
        get: operations["views"];
    };
    "/v1/dossiers/{dossier}/readers": {
        parameters: {
        };
        /** Ai được mở hồ sơ này hôm nay, theo văn bản giao quyền nào */
        get: operations["dossier-readers"];
    };
    "/v1/dossiers/{dossier}/moves": {
        parameters: {
        };
        /** Chuyển hồ sơ theo người chuyển công tác */
        post: operations["move-dossier"];
    };
    "/v1/dossiers/{dossier}/closing": {
        parameters: {
        };
        /** Đóng hồ sơ không xếp loại */
        post: operations["close-dossier"];
    };
    "/v1/dossiers/{dossier}/reopening": {
        parameters: {
        };
        /** Mở lại hồ sơ đã đóng */
        post: operations["reopen-dossier"];
    };
    "/v1/dossiers/{dossier}/self-assessment": {
        parameters: {
        };
        /** Nộp phiếu tự đánh giá, xếp loại */
        post: operations["file-self-assessment"];
    };
    "/v1/dossiers/{dossier}/return": {
        parameters: {
        };
        /** Trả lại phiếu để bổ sung */
        post: operations["return-self-assessment"];
    };
    "/v1/dossiers/{dossier}/judgements": {
        parameters: {
        };
        /** Đánh giá từng tiêu chí */
        post: operations["judge-criteria"];
    };
    "/v1/dossiers/{dossier}/comments": {
        parameters: {
        };
        /** Ghi ý kiến nhận xét */
        post: operations["record-comment"];
    };
    "/v1/dossiers/{dossier}/opinion-requests": {
        parameters: {
        };
        /** Lấy ý kiến nhiều chiều */
        post: operations["request-opinion"];
    };
    "/v1/dossiers/{dossier}/party-opinion": {
        parameters: {
        };
        /** Ghi ý kiến cấp ủy */
        post: operations["record-party-opinion"];
    };
    "/v1/dossiers/{dossier}/proposal": {
        parameters: {
        };
        /** Thẩm định, đề xuất mức xếp loại */
        post: operations["propose-level"];
    };
    "/v1/dossiers/{dossier}/decision": {
        parameters: {
        };
        /** Kết luận mức xếp loại */
        post: operations["decide-rating"];
    };
    "/v1/dossiers/{dossier}/corrections": {
        parameters: {
        };
        /** Đính chính sai sót câu chữ của quyết định */
        post: operations["correct-decision"];
    };
    "/v1/dossiers/{dossier}/notice": {
        parameters: {
        };
        /** Ban hành thông báo */
        post: operations["issue-notice"];
    };
    "/v1/dossiers/{dossier}/acknowledgement": {
        parameters: {
        };
        /** Xác nhận đã nhận */
        post: operations["acknowledge-notice"];
    };
    "/v1/dossiers/{dossier}/deemed-receipt": {
        parameters: {
        };
        /** Lập biên bản từ chối nhận, coi như đã nhận */
        post: operations["deem-notice-received"];
    };
    "/v1/dossiers/{dossier}/publication": {
        parameters: {
        };
        /** Công khai kết quả trong cơ quan, đơn vị */
        post: operations["publish-result"];
    };
    "/v1/decisions": {
        parameters: {
        };
        /** Quyết định kèm danh sách (If-Match: phiên bản của văn bản) */
        post: operations["decide-ratings"];
    };
    "/v1/notices": {
        parameters: {
        };
        /** Thông báo kết quả, đã nhận hay chưa, sau bao nhiêu ngày làm việc */
        get: operations["notices"];
        /** Thông báo kèm danh sách */
        post: operations["issue-notices"];
    };
    "/v1/meetings": {
        parameters: {
        };
        /** Ghi nhận cuộc họp nhận xét, đánh giá */
        post: operations["hold-meeting"];
    };
    "/v1/meetings/{meeting}/minutes": {
        parameters: {
        };
        /** Xác nhận thông qua biên bản */
        post: operations["adopt-minutes"];
    };
    "/v1/meetings/{meeting}/reopening": {
        parameters: {
        };
        /** Mở lại biên bản để đính chính */
        post: operations["reopen-minutes"];
    };
    "/v1/meetings/{meeting}": {
        parameters: {
        };
        /** Một cuộc họp, thành phần và các bản biên bản */
        get: operations["meeting"];
    };
    "/v1/cycles/{cycle}/meetings": {
        parameters: {
        };
        /** Các cuộc họp của kỳ */
        get: operations["meetings"];
    };
    "/v1/cycles/{cycle}/collectives/{unit}/decision": {
        parameters: {
        };
        /** Kết luận mức xếp loại của tập thể, đơn vị */
        post: operations["rate-collective"];
    };
    "/v1/cycles/{cycle}/collectives/{unit}/self-rating": {
        parameters: {
        };
        /** Tập thể tự xếp loại */
        post: operations["self-rate-collective"];
    };
    "/v1/cycles/{cycle}/collectives/{unit}/appraisal": {
        parameters: {
        };
        /** Thẩm định, đề xuất mức xếp loại của tập thể */
        post: operations["appraise-collective"];
    };
    "/v1/cycles/{cycle}/collectives/{unit}/concerns": {
        parameters: {
        };
        /** Ghi nhận đơn thư, dấu hiệu vi phạm hoặc mất đoàn kết của tập thể */
        post: operations["raise-concern"];
    };
    "/v1/cycles/{cycle}/collectives/{unit}": {
        parameters: {
        };
        /** Mức xếp loại của tập thể, đơn vị */
        get: operations["collective"];
    };
    "/v1/cycles/{cycle}/units/{unit}/collective-quota": {
        parameters: {
        };
        /** Tỷ lệ xuất sắc của các tập thể do đơn vị xếp loại */
        get: operations["collective-quota"];
    };
    "/v1/people/{person}/consequences": {
        parameters: {
        };
        /** Hệ quả pháp lý của kết quả xếp loại */
        get: operations["consequences"];
    };
    "/v1/cycles/{cycle}/consequences": {
        parameters: {
        };
        /** Những người không hoàn thành nhiệm vụ và hệ quả */
        get: operations["consequences-of-cycle"];
    };
    "/v1/cycles/{cycle}/concretisations/{agency}/proposals": {
        parameters: {
        };
        /** Đề xuất lớp cụ thể hóa cùng cấp ủy */
        post: operations["propose-concretisation"];
    };
    "/v1/cycles/{cycle}/concretisations/{agency}/issues": {
        parameters: {
        };
        /** Ban hành lớp cụ thể hóa bằng văn bản */
        post: operations["issue-concretisation"];
    };
    "/v1/cycles/{cycle}/concretisations/{agency}/sendings": {
        parameters: {
        };
        /** Ghi nhận đã gửi */
        post: operations["send-concretisation"];
    };
    "/v1/cycles/{cycle}/concretisations/{agency}/briefings": {
        parameters: {
        };
        /** Ghi nhận hội nghị quán triệt, phổ biến */
        post: operations["hold-briefing"];
    };
    "/v1/cycles/{cycle}/concretisations/{agency}/openings": {
        parameters: {
        };
        /** Đã mở xem */
        post: operations["open-concretisation"];
    };
    "/v1/cycles/{cycle}/concretisations/{agency}/acknowledgements": {
        parameters: {
        };
        /** Xác nhận đã đọc */
        post: operations["acknowledge-concretisation"];
    };
    "/v1/cycles/{cycle}/overlays": {
        parameters: {
        };
        /** Văn bản của Tỉnh ủy: đã nhập hay còn trống */
        get: operations["overlays"];
        /** Nhập nội dung văn bản của Tỉnh ủy */
        post: operations["fill-overlay"];
    };
    "/v1/units/{unit}/concretisation": {
        parameters: {
        };
        /** Lớp cụ thể hóa của cơ quan, ai đã và chưa được phổ biến */
        get: operations["concretisation"];
    };
    "/v1/cycles/{cycle}/overdue-self-assessments": {
        parameters: {
        };
        /** Tự đánh giá quá hạn hoặc nộp muộn */
        get: operations["overdue-self-assessments"];
    };
    "/v1/cycles/{cycle}/settlements/{agency}": {
        parameters: {
        };
        /** Tỷ lệ xuất sắc của cơ quan và từng nhóm, theo mọi cách tính */
        get: operations["quota"];
        /** Chốt tỷ lệ xếp loại "Hoàn thành xuất sắc nhiệm vụ" */
        post: operations["settle-quota"];
    };
    "/v1/cycles/{cycle}/settlements/{agency}/part-year": {
        parameters: {
        };
        /** Người mới về, chuyển đến, thôi việc, nghỉ dài ngày trong số được chọn và không được chọn */
        get: operations["part-year-share"];
    };
    "/v1/cycles/{cycle}/files/{unit}/submission": {
        parameters: {
        };
        /** Gửi hồ sơ của đơn vị */
        post: operations["submit-file"];
    };
    "/v1/cycles/{cycle}/files/{unit}/return": {
        parameters: {
        };
        /** Trả hồ sơ, nêu lý do */
        post: operations["return-file"];
    };
    "/v1/cycles/{cycle}/files/{unit}/acceptance": {
        parameters: {
        };
        /** Tiếp nhận hồ sơ */
        post: operations["accept-file"];
    };
    "/v1/cycles/{cycle}/files": {
        parameters: {
        };
        /** Bảng hồ sơ: đã gửi, gửi muộn, chưa gửi */
        get: operations["files"];
    };
    "/v1/cycles/{cycle}/files/{unit}": {
        parameters: {
        };
        /** Hồ sơ của một đơn vị và các lần gửi */
        get: operations["file"];
    };
    "/v1/units/{unit}/activity": {
        parameters: {
        };
        /** Việc đã làm đối với đơn vị và người của đơn vị */
        get: operations["unit-activity"];
    };
    "/v1/units/{unit}/raters": {
        parameters: {
        };
        /** Ai đánh giá ai, tư cách nào, căn cứ văn bản nào */
        get: operations["raters"];
    };
    "/v1/actors/{actor}/activity": {
        parameters: {
        };
        /** Việc một người đã làm */
        get: operations["actor-activity"];
    };
    "/v1/people/{person}/activity": {
        parameters: {
        };
        /** Việc đã làm đối với một người */
        get: operations["person-activity"];
    };
    "/v1/competence": {
        parameters: {
        };
        /** Có đúng thẩm quyền không, theo hiểu biết lúc đó và hiện nay */
        get: operations["competence"];
    };
    "/v1/findings": {
        parameters: {
        };
        /** Nội dung cần làm rõ */
        get: operations["findings"];
    };
    "/v1/access/attempts": {
        parameters: {
        };
        /** Yêu cầu và lần đăng nhập bị từ chối vì không rõ là ai, theo mạng và từng phút */
        get: operations["access-attempts"];
    };
    "/v1/access-log": {
        parameters: {
        };
        /** Ai đã xem hồ sơ của ai, vì mục đích gì, mới nhất trước */
        get: operations["access-log"];
    };
    "/v1/access/refusals": {
        parameters: {
        };
        /** Việc bị từ chối theo quy định, mới nhất trước */
        get: operations["refusals"];
    };
    "/v1/exports": {
        parameters: {
        };
        /** Xuất gói hồ sơ kiểm tra */
        post: operations["export"];
    };
    "/v1/exports/{job}": {
        parameters: {
        };
        /** Tiến độ của gói hồ sơ */
        get: operations["export-job"];
    };
    "/v1/exports/{job}/package": {
        parameters: {
        };
        /** Tải gói hồ sơ */
        get: operations["export-package"];
    };
    "/v1/attachments": {
        parameters: {
        };
        /** Bắt đầu gửi một tệp đính kèm */
        post: operations["begin-attachment"];
    };
    "/v1/attachments/{attachment}/pieces/{piece}": {
        parameters: {
        };
        /** Gửi một phần của tệp (tối đa 1 MiB); gửi lại cũng được */
        post: operations["put-attachment-piece"];
    };
    "/v1/attachments/{attachment}": {
        parameters: {
        };
        /** Tải tệp đính kèm; việc tải được ghi vào nhật ký truy cập */
        get: operations["attachment"];
        /** Nộp tệp đã gửi đủ */
        post: operations["store-attachment"];
    };
    "/v1/projections": {
        parameters: {
        };
        /** Dữ liệu tra cứu: đã đọc đến đâu, có lỗi không */
        get: operations["projections"];
    };
    "/v1/projections/rebuild": {
        parameters: {
        };
        /** Dựng lại dữ liệu tra cứu từ nhật ký trong khi dữ liệu cũ vẫn phục vụ */
        post: operations["rebuild-projections"];
    };
    "/v1/cycles/{cycle}/reports/{unit}": {
        parameters: {
        };
        /** Báo cáo tổng hợp đã gửi, lần mới nhất */
        get: operations["report"];
        /** Gửi báo cáo tổng hợp của đơn vị */
        post: operations["submit-report"];
    };
    "/v1/cycles/{cycle}/reports/{unit}/{restatement}": {
        parameters: {
        };
        /** Báo cáo tổng hợp theo số lần điều chỉnh (0: lần đầu) */
        get: operations["report-numbered"];
    };
    "/v1/cycles/{cycle}/reports/{unit}/{restatement}/report.xlsx": {
        parameters: {
        };
        /** Báo cáo đã gửi, bảng tính */
        get: operations["report-xlsx"];
    };
    "/v1/cycles/{cycle}/reports/{unit}/{restatement}/report.csv": {
        parameters: {
        };
        /** Báo cáo đã gửi, CSV */
        get: operations["report-csv"];
    };
    "/v1/cycles/{cycle}/report": {
        parameters: {
        };
        /** Dự thảo báo cáo theo số liệu hiện có; restatement là If-Match khi gửi */
        get: operations["report-draft"];
    };
    "/v1/cycles/{cycle}/report.xlsx": {
        parameters: {
        };
        /** Dự thảo báo cáo, bảng tính */
        get: operations["report-draft-xlsx"];
    };
    "/v1/cycles/{cycle}/report.csv": {
        parameters: {
        };
        /** Dự thảo báo cáo, CSV */
        get: operations["report-draft-csv"];
    };
    "/v1/remediation-plans/{plan}/adoption": {
        parameters: {
        };
        /** Lập kế hoạch khắc phục hạn chế, khuyết điểm, hoặc phiên bản sau kèm lý do */
        post: operations["adopt-plan"];
    };
    "/v1/remediation-plans/{plan}/statement": {
        parameters: {
        };
        /** Cam kết không có hạn chế, khuyết điểm */
        post: operations["state-no-shortcoming"];
    };
    "/v1/remediation-plans/{plan}/follow-up": {
        parameters: {
        };
        /** Phân công theo dõi, kiểm tra, đôn đốc */
        post: operations["assign-follow-up"];
    };
    "/v1/remediation-plans/{plan}/follow-up/confirmation": {
        parameters: {
        };
        /** Xác nhận được phân công */
        post: operations["confirm-follow-up"];
    };
    "/v1/remediation-plans/{plan}/measures/{measure}/progress": {
        parameters: {
        };
        /** Báo cáo kết quả khắc phục */
        post: operations["report-progress"];
    };
    "/v1/remediation-plans/{plan}/measures/{measure}/inspections": {
        parameters: {
        };
        /** Ghi kết quả kiểm tra, giám sát */
        post: operations["inspect-measure"];
    };
    "/v1/remediation-plans/{plan}/measures/{measure}/reminders": {
        parameters: {
        };
        /** Gửi đôn đốc */
        post: operations["urge-measure"];
    };
    "/v1/remediation-plans/{plan}/measures/{measure}/verification": {
        parameters: {
        };
        /** Xác nhận đã khắc phục */
        post: operations["verify-measure"];
    };
    "/v1/remediation-plans/{plan}/measures/{measure}/reopening": {
        parameters: {
        };
        /** Mở lại biện pháp đã xác nhận, nêu lý do */
        post: operations["reopen-measure"];
    };
    "/v1/remediation-plans/{plan}": {
        parameters: {
        };
        /** Kế hoạch khắc phục với các lần báo cáo, kiểm tra, đôn đốc, xác nhận */
        get: operations["remediation-plan"];
    };
    "/v1/cycles/{cycle}/remediation": {
        parameters: {
        };
        /** Bảng theo dõi khắc phục hạn chế, khuyết điểm, quá hạn xếp trước */
        get: operations["remediation-board"];
    };
    "/v1/people/{person}/remediation": {
        parameters: {
        };
        /** Kế hoạch khắc phục các năm của một người, và việc năm trước chuyển sang */
        get: operations["remediation-of-person"];
    };
    "/v1/units/{unit}/remediation": {
        parameters: {
        };
        /** Kế hoạch khắc phục các năm của một đơn vị, và việc năm trước chuyển sang */
        get: operations["remediation-of-unit"];
    };
    "/v1/reviews/{review}/suggestions": {
        parameters: {
        };
        /** Gợi ý kiểm điểm */
        post: operations["suggest-review"];
    };
    "/v1/reviews/{review}/drafts": {
        parameters: {
        };
        /** Gửi dự thảo báo cáo kiểm điểm */
        post: operations["send-review-draft"];
    };
    "/v1/review-conferences": {
        parameters: {
        };
        /** Ghi nhận hội nghị kiểm điểm */
        post: operations["hold-review"];
    };
    "/v1/reviews/{review}/conclusion": {
        parameters: {
        };
        /** Kết luận kiểm điểm, hoặc kết luận sau kèm lý do */
        post: operations["conclude-review"];
    };
    "/v1/units/{unit}/review": {
        parameters: {
        };
        /** Kiểm điểm của một tập thể trong kỳ: gợi ý, dự thảo, hội nghị, kết luận, tự xếp loại, thẩm định */
        get: operations["review-of-unit"];
    };
    "/v1/reviews/{review}": {
        parameters: {
        };
        /** Kiểm điểm của một tập thể hoặc cá nhân */
        get: operations["review"];
    };
    "/v1/cycles/{cycle}/reviews": {
        parameters: {
        };
        /** Kiểm điểm trong kỳ: ai chưa kiểm điểm, ai chậm */
        get: operations["reviews"];
    };
    "/v1/objections": {
        parameters: {
        };
        /** Gửi kiến nghị về kết quả xếp loại; mã bắt đầu bằng "protected." thì chỉ những người có tên trong danh sách biết ai gửi */
        post: operations["file-objection"];
    };
    "/v1/objections/{objection}/receipt": {
        parameters: {
        };
        /** Tiếp nhận và giao người giải quyết */
        post: operations["receive-objection"];
    };
    "/v1/objections/{objection}/withdrawal": {
        parameters: {
        };
        /** Rút kiến nghị */
        post: operations["withdraw-objection"];
    };
    "/v1/objections/{objection}/resolution": {
        parameters: {
        };
        /** Giải quyết kiến nghị */
        post: operations["resolve-objection"];
    };
    "/v1/objections/{objection}": {
        parameters: {
        };
        /** Kiến nghị, khiếu nại: ai giải quyết, hạn trả lời theo quy định nội bộ, kết quả */
        get: operations["objection"];
    };
    "/v1/cycles/{cycle}/objections": {
        parameters: {
        };
        /** Kiến nghị, khiếu nại trong kỳ; quá hạn trước */
        get: operations["objections"];
    };
    "/v1/dossiers/{dossier}/re-rating": {
        parameters: {
        };
        /** Hủy kết quả và xếp loại lại */
        post: operations["re-rate"];
    };
    "/v1/cycles/{cycle}/collectives/{unit}/re-rating": {
        parameters: {
        };
        /** Hủy kết quả và xếp loại lại tập thể, đơn vị */
        post: operations["re-rate-collective"];
    };
    "/v1/cycles/{cycle}/effects/{effect}/settlement": {
        parameters: {
        };
        /** Ghi nhận đã làm việc phải làm sau khi xếp loại lại */
        post: operations["settle-effect"];
    };
    "/v1/cycles/{cycle}/effects": {
        parameters: {
        };
        /** Việc phải làm sau khi hủy kết quả và xếp loại lại */
        get: operations["effects"];
    };
    "/v1/cycles/{cycle}/diff": {
        parameters: {
        };
        /** Khác nhau của kỳ đánh giá giữa hai thời điểm đã biết */
        get: operations["cycle-diff"];
    };
    "/v1/events": {
        parameters: {
        };
        /** Các sự kiện theo vị trí (CloudEvents 1.0) */
        get: operations["events"];
    };
    "/v1/events/stream": {
        parameters: {
        };
        /** Các sự kiện khi chúng được ghi (Server-Sent Events) */
        get: operations["event-stream"];
    };
    "/v1/webhooks": {
        parameters: {
        };
        /** Các đăng ký nhận sự kiện */
        get: operations["webhooks"];
        /** Đăng ký nhận sự kiện qua webhook; khóa ký chỉ hiện một lần */
        post: operations["subscribe-webhook"];
    };
    "/v1/webhooks/{webhook}/secret": {
        parameters: {
        };
        /** Thay khóa ký; khóa cũ còn ký kèm một thời gian */
        post: operations["rotate-webhook-secret"];
    };
    "/v1/webhooks/{webhook}/end": {
        parameters: {
        };
        /** Kết thúc đăng ký nhận sự kiện */
        post: operations["end-webhook"];
    };
    "/v1/webhooks/{webhook}": {
        parameters: {
        };
        /** Một đăng ký nhận sự kiện */
        get: operations["webhook"];
    };
    "/v1/webhooks/{webhook}/dead-letters": {
        parameters: {
        };
        /** Các sự kiện không gửi được */
        get: operations["webhook-dead-letters"];
    };
    "/v1/webhooks/{webhook}/redelivery": {
        parameters: {
        };
        /** Gửi lại các sự kiện chưa gửi được */
        post: operations["redeliver-webhook"];
    };
    "/v1/erasures": {
        parameters: {
        };
        /** Các đề nghị xóa dữ liệu */
        get: operations["erasures"];
        /** Đề nghị xóa dữ liệu cá nhân của một người */
        post: operations["request-erasure"];
    };
    "/v1/erasures/{erasure}/approval": {
        parameters: {
        };
        /** Phê duyệt việc xóa; khóa dữ liệu bị hủy ngay */
        post: operations["approve-erasure"];
    };
    "/v1/erasures/{erasure}/refusal": {
        parameters: {
        };
        /** Từ chối đề nghị xóa */
        post: operations["refuse-erasure"];
    };
    "/v1/erasures/{erasure}/withdrawal": {
        parameters: {
        };
        /** Rút đề nghị xóa */
        post: operations["withdraw-erasure"];
    };
    "/v1/erasures/{erasure}": {
        parameters: {
        };
        /** Một đề nghị xóa: ai đề nghị, ai quyết định, đã xóa gì */
        get: operations["erasure"];
    };
    "/v1/erasures/{erasure}/certificate": {
        parameters: {
        };
        /** Giấy chứng nhận đã xóa, có chữ ký của nhật ký */
        get: operations["erasure-certificate"];
    };
    "/v1/legal-holds": {
        parameters: {
        };
        /** Các lệnh giữ dữ liệu */
        get: operations["legal-holds"];
        /** Ra lệnh giữ dữ liệu */
        post: operations["place-legal-hold"];
    };
    "/v1/legal-holds/{hold}/lifting": {
        parameters: {
        };
        /** Gỡ lệnh giữ dữ liệu */
        post: operations["lift-legal-hold"];
    };
    "/v1/retention-classes": {
        parameters: {
        };
        /** Thời hạn lưu trữ */
        get: operations["retention-classes"];
        /** Quy định thời hạn lưu trữ */
        post: operations["define-retention"];
    };
    "/v1/cycles/{cycle}/hand-overs/{agency}": {
        parameters: {
        };
        /** Các danh sách đã bàn giao và việc xác nhận đã nhận */
        get: operations["hand-overs"];
        /** Bàn giao kết quả xếp loại của Nhà nước cho cấp ủy */
        post: operations["hand-over-results"];
    };
    "/v1/cycles/{cycle}/hand-overs/{agency}/corrections": {
        parameters: {
        };
        /** Bàn giao nội dung điều chỉnh */
        post: operations["hand-over-corrections"];
    };
    "/v1/cycles/{cycle}/hand-overs/{agency}/slips": {
        parameters: {
        };
        /** Đính chính sai sót trong danh sách đã bàn giao */
        post: operations["correct-hand-over-slip"];
    };
    "/v1/cycles/{cycle}/hand-overs/{agency}/owed": {
        parameters: {
        };
        /** Điều chỉnh chưa bàn giao */
        get: operations["owed-corrections"];
    };
    "/v1/dossiers/{dossier}/party-level": {
        parameters: {
        };
        /** Mức xếp loại đảng viên; căn cứ chỉ khi bên Đảng cung cấp */
        get: operations["party-level"];
    };
    "/v1/party/administrators": {
        parameters: {
        };
        /** Đề nghị người quản trị đầu tiên của bên Đảng */
        post: operations["name-party-administrator"];
    };
    "/v1/party/administrators/{mandate}/confirmation": {
        parameters: {
        };
        /** Xác nhận người quản trị của bên Đảng */
        post: operations["confirm-party-administrator"];
    };
    "/v1/party/dossiers": {
        parameters: {
        };
        /** Mở hồ sơ kiểm điểm, xếp loại đảng viên của chi bộ */
        post: operations["open-party-dossiers"];
    };
    "/v1/party/dossiers/{dossier}/exemption": {
        parameters: {
        };
        /** Miễn kiểm điểm, xếp loại */
        post: operations["exempt-party-member"];
    };
    "/v1/party/dossiers/{dossier}/self-review": {
        parameters: {
        };
        /** Nộp bản kiểm điểm cá nhân (mẫu 02A, 02B) */
        post: operations["file-party-self-review"];
    };
    "/v1/party/dossiers/{dossier}/appraisal": {
        parameters: {
        };
        /** Chi ủy thẩm định */
        post: operations["appraise-party-member"];
    };
    "/v1/party/dossiers/{dossier}/ballot": {
        parameters: {
        };
        /** Kết quả bỏ phiếu kín, chỉ số phiếu */
        post: operations["count-party-ballot"];
    };
    "/v1/party/dossiers/{dossier}/proposal": {
        parameters: {
        };
        /** Chi bộ đề nghị mức xếp loại */
        post: operations["propose-party-level"];
    };
    "/v1/party/decisions": {
        parameters: {
        };
        /** Quyết định xếp loại đảng viên (If-Match: phiên bản của hồ sơ đầu tiên) */
        post: operations["decide-party-ratings"];
    };
    "/v1/party/dossiers/{dossier}/notice": {
        parameters: {
        };
        /** Thông báo kết quả */
        post: operations["issue-party-notice"];
    };
    "/v1/party/dossiers/{dossier}/sharing": {
        parameters: {
        };
        /** Cung cấp căn cứ của quyết định cho bên Nhà nước */
        post: operations["share-party-decision"];
    };
    "/v1/party/dossiers/{dossier}/re-rating": {
        parameters: {
        };
        /** Hủy kết quả và xếp loại lại */
        post: operations["re-rate-party-member"];
    };
    "/v1/party/dossiers/{dossier}/objections": {
        parameters: {
        };
        /** Kiến nghị, khiếu nại về kết quả xếp loại đảng viên */
        post: operations["file-party-objection"];
    };
    "/v1/party/dossiers/{dossier}/objections/{objection}/receipt": {
        parameters: {
        };
        /** Tiếp nhận, giao người giải quyết */
        post: operations["receive-party-objection"];
    };
    "/v1/party/dossiers/{dossier}/objections/{objection}/withdrawal": {
        parameters: {
        };
        /** Rút kiến nghị, khiếu nại */
        post: operations["withdraw-party-objection"];
    };
    "/v1/party/dossiers/{dossier}/objections/{objection}/resolution": {
        parameters: {
        };
        /** Giải quyết kiến nghị, khiếu nại */
        post: operations["resolve-party-objection"];
    };
    "/v1/party/hand-overs/{cycle}/{agency}/receipts": {
        parameters: {
        };
        /** Xác nhận đã nhận danh sách bàn giao */
        post: operations["receive-hand-over"];
    };
    "/v1/party/dossiers/{dossier}": {
        parameters: {
        };
        /** Hồ sơ đảng viên */
        get: operations["party-dossier"];
    };
    "/v1/party/dossiers/{dossier}/views": {
        parameters: {
        };
        /** Ai đã xem hồ sơ đảng viên này */
        get: operations["party-views"];
    };
    "/v1/party/committees/{unit}/dossiers": {
        parameters: {
        };
        /** Hồ sơ đảng viên của một đảng ủy cơ sở */
        get: operations["party-dossiers"];
    };
    "/v1/party/committees/{unit}/re-ratings": {
        parameters: {
        };
        /** Kết quả phải xem xét lại: kỷ luật sau, mức của Nhà nước thay đổi */
        get: operations["party-re-ratings"];
    };
    "/v1/party/hand-overs/{cycle}/{agency}": {
        parameters: {
        };
        /** Danh sách bàn giao gửi đến cấp ủy */
        get: operations["received-hand-overs"];
    };
    "/v1/party/collectives/{cycle}/{committeeUnit}": {
        parameters: {
        };
        /** Tổ chức đảng do cấp ủy xếp loại, và tỷ lệ xuất sắc */
        get: operations["party-collectives"];
        /** Đưa tổ chức đảng vào danh sách xếp loại */
        post: operations["open-party-collective"];
    };
    "/v1/party/collectives/{cycle}/{committeeUnit}/{organisation}/self-rating": {
        parameters: {
        };
        /** Tổ chức đảng tự xếp loại */
        post: operations["self-rate-party-collective"];
    };
    "/v1/party/collectives/{cycle}/{committeeUnit}/{organisation}/appraisal": {
        parameters: {
        };
        /** Thẩm định, đề xuất mức xếp loại */
        post: operations["appraise-party-collective"];
    };
    "/v1/party/collectives/{cycle}/{committeeUnit}/{organisation}/ballot": {
        parameters: {
        };
        /** Kết quả bỏ phiếu kín, chỉ số phiếu */
        post: operations["count-party-collective-ballot"];
    };
    "/v1/party/collectives/{cycle}/{committeeUnit}/{organisation}/decision": {
        parameters: {
        };
        /** Quyết định xếp loại tổ chức đảng */
        post: operations["rate-party-collective"];
    };
    "/v1/party/collectives/{cycle}/{committeeUnit}/{organisation}/re-rating": {
        parameters: {
        };
        /** Hủy kết quả và xếp loại lại */
        post: operations["re-rate-party-collective"];
    };
    "/v1/party/collectives/{cycle}/{committeeUnit}/{organisation}": {
        parameters: {
        };
        /** Các bước xếp loại một tổ chức đảng */
        get: operations["party-collective"];
    };
    "/v1/me": {
        parameters: {
        };
        /** Người đang đăng nhập và các quyền hôm nay */
        get: operations["me"];
    };
    "/v1/session": {
        parameters: {
        };
        /** Ai đang đăng nhập, nếu có; kỳ đánh giá hiện nay và số ngày làm việc còn lại */
        get: operations["session"];
    };
    "/v1/remediation-plans/{plan}/allowed-actions": {
        parameters: {
        };
        /** Việc người đang đăng nhập được làm với kế hoạch khắc phục, và lý do khi chưa được */
        get: operations["allowed-actions-on-plan"];
    };
    "/v1/reviews/{review}/allowed-actions": {
        parameters: {
        };
        /** Việc người đang đăng nhập được làm với cuộc kiểm điểm, và lý do khi chưa được */
        get: operations["allowed-actions-on-review"];
    };
    "/v1/cycles/{cycle}/settlements/{agency}/allowed-actions": {
        parameters: {
        };
        /** Việc người đang đăng nhập được làm với tỷ lệ của cơ quan, và lý do khi chưa được */
        get: operations["allowed-actions-on-quota"];
    };
    "/v1/people/{person}/allowed-actions": {
        parameters: {
        };
        /** Việc người đang đăng nhập được làm với thông tin của một người, và lý do khi chưa được */
        get: operations["allowed-actions-on-person"];
    };
    "/v1/party/dossiers/{dossier}/allowed-actions": {
        parameters: {
        };
        /** Việc người đang đăng nhập được làm với hồ sơ đảng viên, và lý do khi chưa được */
        get: operations["allowed-actions-on-party-dossier"];
    };
    "/v1/party/committees/{unit}/allowed-actions": {
        parameters: {
        };
        /** Việc người đang đăng nhập được làm với danh sách xếp loại của cấp ủy, và lý do khi chưa được */
        get: operations["allowed-actions-at-party-committee"];
    };
    "/v1/party/collectives/{cycle}/{committeeUnit}/{organisation}/allowed-actions": {
        parameters: {
        };
        /** Việc người đang đăng nhập được làm với việc xếp loại một tổ chức đảng, và lý do khi chưa được */
        get: operations["allowed-actions-on-party-collective"];
    };
    "/v1/sign-in": {
        parameters: {
        };
        /** Đăng nhập bằng mã truy cập; phiên nằm trong cookie */
        post: operations["sign-in"];
    };
    "/v1/sign-in/password": {
        parameters: {
        };
        /** Đăng nhập bằng mã cán bộ và mật khẩu */
        post: operations["sign-in-with-password"];
    };
    "/v1/sign-in/slip": {
        parameters: {
        };
        /** Dùng phiếu cấp tài khoản của đơn vị để đặt mật khẩu và đăng nhập */
        post: operations["sign-in-with-slip"];
    };
    "/v1/sign-in/again": {
        parameters: {
        };
        /** Xác thực lại trước khi ký */
        post: operations["prove-again"];
    };
    "/v1/sign-in/ways": {
        parameters: {
        };
        /** Các cách đăng nhập */
        get: operations["ways-to-sign-in"];
    };
    "/v1/sign-in/openid": {
        parameters: {
        };
        /** Đăng nhập qua hệ thống xác thực (OpenID Connect) */
        get: operations["sign-in-with-provider"];
    };
    "/v1/sign-in/openid/return": {
        parameters: {
        };
        /** Kết quả của hệ thống xác thực */
        get: operations["return-from-provider"];
    };
    "/v1/sign-out": {
        parameters: {
        };
        /** Đăng xuất */
        post: operations["sign-out"];
    };
    "/v1/sign-out/everywhere": {
        parameters: {
        };
        /** Đăng xuất khỏi mọi thiết bị */
        post: operations["sign-out-everywhere"];
    };
    "/v1/accounts/{person}/slips": {
        parameters: {
        };
        /** Cấp phiếu tài khoản có mã dùng một lần; người đã có mật khẩu cần hai người cấp */
        post: operations["give-slip"];
    };
    "/v1/account/password": {
        parameters: {
        };
        /** Đổi mật khẩu của mình */
        post: operations["change-password"];
    };
    "/v1/account/device": {
        parameters: {
        };
        /** Tạo khóa cho ứng dụng mã dùng một lần */
        post: operations["propose-device"];
    };
    "/v1/account/device/confirmation": {
        parameters: {
        };
        /** Xác nhận ứng dụng bằng một mã của nó */
        post: operations["confirm-device"];
    };
    "/v1/account/device/removal": {
        parameters: {
        };
        /** Bỏ ứng dụng mã dùng một lần */
        post: operations["remove-device"];
    };
    "/v1/account/sessions": {
        parameters: {
        };
        /** Các phiên đang đăng nhập của mình */
        get: operations["own-sessions"];
    };
    "/v1/cycles/{cycle}/protected-objections": {
        parameters: {
        };
        /** Kiến nghị của người được bảo vệ danh tính mà mình được đọc */
        get: operations["protected-objections"];
    };
    "/v1/objections/{objection}/readers": {
        parameters: {
        };
        /** Ai được biết người kiến nghị được bảo vệ là ai */
        get: operations["protected-objection-readers"];
    };
    "/v1/objections/{objection}/views": {
        parameters: {
        };
        /** Ai đã mở kiến nghị của người được bảo vệ danh tính */
        get: operations["protected-objection-views"];
    };
    "/v1/dossiers/{dossier}/protected-readers": {
        parameters: {
        };
        /** Nếu gửi kiến nghị có bảo vệ danh tính thì ai sẽ biết */
        get: operations["protected-readers"];
    };
    "/v1/sign-in/machine": {
        parameters: {
        };
        /** Máy đổi mã bí mật lấy mã truy cập trong mười phút (RFC 6749, mục 4.4) */
        post: operations["sign-in-as-machine"];
    };
    "/v1/log/entries/{position}/record": {
        parameters: {
        };
        /** Các byte của bản ghi một việc: nội dung để ký số và để kiểm tra chữ ký số */
        get: operations["act-record"];
    };
    "/v1/log/entries/{position}/signatures": {
        parameters: {
        };
        /** Chữ ký số cá nhân trên bản ghi một việc và kết quả kiểm tra khi tiếp nhận */
        get: operations["act-signatures"];
        /** Nộp chữ ký số cá nhân tách rời (CMS) trên bản ghi việc mình đã thực hiện */
        post: operations["sign-act"];
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AboutOpinion: {
            person: string;
            value?: components["schemas"]["Opinion2"];
        };
        Acceptance: {
            task: string;
            completed: boolean;
            onTime: boolean;
            ofQuality: boolean;
            exceeded: boolean;
            reason?: string;
        };
        Accepted: {
            position: number;
            lastPosition: number;
            count: number;
            stream: string;
            revision: number;
            /** Format: date-time */
            recordedAt: string;
            replayed: boolean;
            simulated: boolean;
            links: components["schemas"]["Links"];
            receipts?: string[];
        };
        Act: {
            by: components["schemas"]["Provenance"];
            type: string;
            correlation: string;
            cycle?: string;
            dossier?: string;
            subject?: string;
            subjectName?: string;
            unit?: string;
            agency?: string;
            document?: string;
            changes?: components["schemas"]["FieldChange"][];
            reason?: string;
            breaches?: components["schemas"]["Breach"][];
        };
        ActionsOnMeasure: {
            measure: string;
            actions?: components["schemas"]["AllowedAction"][];
        };
        Again: {
            password?: string;
            code?: string;
            token?: string;
        };
        AgencyLine: {
            agency: components["schemas"]["UnitName"];
            proposed: components["schemas"]["Distribution"];
            decided: components["schemas"]["Distribution"];
            maxExcellent?: number;
            exception: boolean;
        };
        AllowedAction: {
            action: string;
            title: string;
            titleEn: string;
            method: string;
            href: string;
            allowed: boolean;
            obstacle?: components["schemas"]["Obstacle"];
            levels?: components["schemas"]["LevelAllowed"][];
        };
        AllowedActions: {
            dossier: string;
            revision: number;
            actions?: components["schemas"]["AllowedAction"][];
        };
        Answerable: {
            person: string;
            shortcoming: string;
            sharePercent: number;
            part: string;
        };
        AnswerableFor: {
            shortcoming: string;
            sharePercent: number;
            part: string;
        };
        AnswerableView: {
            person: components["schemas"]["PersonName"];
            value?: components["schemas"]["AnswerableFor"];
        };
        AppliedLayer: {
            name: string;
            document: string;
            layerHash: string;
        };
        ArguedClause: {
            /** @enum {string} */
            stage: "ELIGIBILITY" | "NOT_COMPLETED" | "UNIT_RATED" | "BASIS" | "EXCELLENT" | "GOOD" | "COMPLETED" | "ABSENCE" | "UNIT_CAP";
            clause: string;
            citation: components["schemas"]["TwoTexts"];
            requirement: components["schemas"]["TwoTexts"];
            compared: string;
            held: boolean;
            note?: components["schemas"]["TwoTexts"];
            said: components["schemas"]["TwoTexts"];
        };
        AsOf: {
            ledger: string;
            position: number;
            knownAsOf: number;
            checkpoint: components["schemas"]["CheckpointShown"];
            complete: boolean;
            simulated: boolean;
        };
        AskedOpinion: {
            source: string;
            text: string;
        };
        AttemptsAnswer: {
            items?: components["schemas"]["AttemptsLine"][];
            next?: number;
        };
        AttemptsLine: {
            position: number;
            network: string;
            /** @enum {string} */
            kind: "NOTHING_SHOWN" | "UNKNOWN" | "EXPIRED" | "SECRET_WRONG" | "ACCOUNT_SHUT" | "PROVIDER_REFUSED";
            count: number;
            /** Format: date-time */
            first: string;
            /** Format: date-time */
            last: string;
        };
        Attendee: {
            person: string;
            /** @enum {string} */
            role: "LEADERSHIP" | "PARTY_COMMITTEE" | "TRADE_UNION" | "YOUTH_UNION" | "HEAD_OF_CONSTITUENT" | "STAFF";
            present: boolean;
            inWriting: boolean;
            absenceReason?: string;
        };
        AttendeeView: {
            person: components["schemas"]["PersonName"];
            /** @enum {string} */
            role: "LEADERSHIP" | "PARTY_COMMITTEE" | "TRADE_UNION" | "YOUTH_UNION" | "HEAD_OF_CONSTITUENT" | "STAFF";
            present: boolean;
            inWriting: boolean;
            absenceReason?: string;
        };
        AuthorityDetail: {
            mandate: string;
            document: components["schemas"]["DocumentName"];
            /** Format: date */
            actedOn: string;
            /** Format: date */
            validFrom: string;
            /** Format: date */
            validTo?: string;
            heldAsKnownThen: boolean;
        };
        AuthorityLink: {
            mandate: components["schemas"]["Mandate"];
            document?: components["schemas"]["Document"];
        };
        BatchDetail: {
            acts: number;
            seconds: number;
            /** Format: date-time */
            firstAt: string;
            /** Format: date-time */
            lastAt: string;
            outsideHours: boolean;
            openedBefore: number;
            dossiers?: string[];
        };
        BeginRequest: {
            person?: string;
        };
        Breach: {
            type: string;
            clause: string;
            detail: string;
        };
        BriefingHeld: {
            cycle: string;
            agency: string;
            version: number;
            /** Format: date-time */
            heldAt: string;
            speaker: string;
            attendees?: string[];
            minutes?: string;
        };
        CancelledValue: {
            by: components["schemas"]["Provenance"];
            /** @enum {string} */
            ground: "OBJECTION" | "LATE_DISCIPLINE" | "DISCIPLINE_ANNULLED" | "DISHONESTY" | "ERROR";
            objection?: string;
            violation?: string;
            reason: string;
            document: string;
        };
        CarriedItem: {
            cycle: string;
            year: number;
            foundIn: components["schemas"]["FoundIn"];
            shortcoming: string;
            description: string;
            measure: components["schemas"]["MeasureLine"];
            takenOver: boolean;
        };
        CheckpointShown: {
            size: number;
            root: string;
        };
        ClassifiedDocumentNoted: {
            document: string;
            number: string;
            /** Format: date */
            date: string;
            place: string;
            /** @enum {string} */
            mark: "CONFIDENTIAL" | "SECRET" | "TOP_SECRET";
        };
        CloudEvent: {
            specversion: string;
            id: string;
            source: string;
            type: string;
            subject: string;
            time: string;
            datacontenttype: string;
            sequence: string;
            streamrevision: string;
            leafhash: string;
            data: components["schemas"]["RecordData"];
        };
        CollectiveAppraised: {
            cycle: string;
            unit: string;
            /** @enum {string} */
            kind: "ORGANISATION_UNIT" | "LEADERSHIP_COLLECTIVE";
            criteria?: components["schemas"]["GradedCriterion"][];
            targets: components["schemas"]["CollectiveTargets"];
            targetsTyped: boolean;
            subordinateUnits: number;
            disciplines?: components["schemas"]["CollectiveDiscipline"][];
            disunity?: string;
            degradation?: string;
            opinions?: components["schemas"]["AskedOpinion"][];
            /** @enum {string} */
            proposed: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            evaluation: components["schemas"]["RuleEvaluation"];
            synthesis: string;
            reason?: string;
            inspection?: string;
            document: string;
            paper?: components["schemas"]["Paper"];
            breaches?: components["schemas"]["Breach"][];
        };
        CollectiveConcernRaised: {
            cycle: string;
            unit: string;
            concern: string;
            /** @enum {string} */
            kind: "COMPLAINT" | "VIOLATION" | "DISUNITY";
            text: string;
            document: string;
        };
        CollectiveDiscipline: {
            violation: string;
            actYear: number;
            /** @enum {string} */
            kind: "PARTY" | "ADMINISTRATIVE";
            /** @enum {string} */
            form: "REPRIMAND" | "WARNING" | "REMOVAL_FROM_POST" | "DISMISSAL" | "EXPULSION";
            /** Format: date */
            effectiveOn: string;
            /** @enum {string} */
            of: "SELF" | "SUBORDINATE_UNIT" | "LEADING_BODY" | "LEADING_BODY_MEMBER";
            unit?: string;
            selfDetectedAndRemedied: boolean;
            atOtherUnit: boolean;
            document: string;
        };
        CollectiveQuotaStanding: {
            superior: string;
            group: components["schemas"]["SettledGroup"];
            exceptionDocument?: string;
        };
        CollectiveRated: {
            cycle: string;
            unit: string;
            /** @enum {string} */
            level?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            reason: string;
            document: string;
            supersedes?: number;
            paper?: components["schemas"]["Paper"];
            breaches?: components["schemas"]["Breach"][];
            appraisal?: number;
            /** @enum {string} */
            proposed?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            evaluation?: components["schemas"]["RuleEvaluation"];
            departure?: string;
            inspection?: string;
            quota?: components["schemas"]["CollectiveQuotaStanding"];
        };
        CollectiveSelfRated: {
            cycle: string;
            unit: string;
            /** @enum {string} */
            kind: "ORGANISATION_UNIT" | "LEADERSHIP_COLLECTIVE";
            /** @enum {string} */
            level: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            ground: string;
            document: string;
            paper?: components["schemas"]["Paper"];
            breaches?: components["schemas"]["Breach"][];
        };
        CollectiveTargets: {
            assigned: number;
            completed: number;
            mainTargetsMissed: boolean;
            forceMajeure: boolean;
        };
        Column: {
            column: string;
            class: string;
            leader?: boolean;
            title: components["schemas"]["Words"];
        };
        CommentRecorded: {
            dossier: string;
            person: string;
            /** @enum {string} */
            side: "DIRECT_HEAD" | "SUPERIOR" | "PEER" | "SUBORDINATE" | "FORMER_AGENCY" | "ORGANISATION" | "HOST_AGENCY";
            text: string;
            paper?: components["schemas"]["Paper"];
            breaches?: components["schemas"]["Breach"][];
            host?: string;
        };
        ComparableGroupDefined: {
            cycle: string;
            group: string;
            agency: string;
            name: string;
            members?: string[];
            document: string;
            units?: string[];
        };
        Competence: {
            actor: components["schemas"]["PersonName"];
            /** @enum {string} */
            power?: "ASSIGN_WORK" | "COMMENT" | "PROPOSE" | "DECIDE" | "PARTY_OPINION" | "MEETING" | "SUBMIT" | "RECEIVE" | "RECORD" | "TRANSCRIBE" | "OPEN_CYCLE" | "GRANT" | "INSPECT" | "ADMINISTER" | "PARTY_ADMINISTER" | "PARTY_PROPOSE" | "PARTY_DECIDE" | "PARTY_READ";
            subject?: components["schemas"]["PersonName"];
            unit?: string;
            /** Format: date-time */
            at: string;
            /** Format: date */
            day: string;
            act?: number;
            enteredBefore: boolean;
            then: components["schemas"]["Standing"];
            now: components["schemas"]["Standing"];
            chain?: components["schemas"]["AuthorityLink"][];
            remarks?: ("ISSUED_AFTER" | "ENTERED_AFTER" | "CORRECTED_LATER" | "RELATED")[];
            tie?: components["schemas"]["Tie"];
        };
        CompetenceAnswer: {
            competence: components["schemas"]["Competence"];
        };
        Composition: {
            /** @enum {string} */
            step: "SELF_ASSESSMENT" | "MEETING" | "OPINION_REQUEST" | "PARTY_OPINION" | "OPINION" | "APPRAISAL" | "BALLOT" | "PROPOSAL" | "DECISION" | "NOTICE" | "PUBLICATION" | "PETITION" | "PETITION_ANSWER" | "REMEDIATION_PLAN" | "REVIEW_DRAFT" | "REVIEW" | "SELF_RATING" | "STATE_RATING" | "FILE";
            of?: string[];
            positions?: ("AGENCY_HEAD" | "AGENCY_DEPUTY" | "OTHER")[];
            constituentUnits?: boolean;
            chair?: ("RATED_PERSON" | "RATED_COLLECTIVE" | "DIRECT_HEAD" | "UNIT_HEAD" | "LEADERSHIP" | "CONSTITUENT_HEADS" | "STAFF" | "ADVISORY_BODY" | "COMPETENT_AUTHORITY" | "FORMER_AGENCY" | "PARTY_COMMITTEE" | "PARTY_CELL" | "CELL_COMMITTEE" | "TRADE_UNION" | "YOUTH_UNION")[];
            members?: ("RATED_PERSON" | "RATED_COLLECTIVE" | "DIRECT_HEAD" | "UNIT_HEAD" | "LEADERSHIP" | "CONSTITUENT_HEADS" | "STAFF" | "ADVISORY_BODY" | "COMPETENT_AUTHORITY" | "FORMER_AGENCY" | "PARTY_COMMITTEE" | "PARTY_CELL" | "CELL_COMMITTEE" | "TRADE_UNION" | "YOUTH_UNION")[];
            inWriting?: ("RATED_PERSON" | "RATED_COLLECTIVE" | "DIRECT_HEAD" | "UNIT_HEAD" | "LEADERSHIP" | "CONSTITUENT_HEADS" | "STAFF" | "ADVISORY_BODY" | "COMPETENT_AUTHORITY" | "FORMER_AGENCY" | "PARTY_COMMITTEE" | "PARTY_CELL" | "CELL_COMMITTEE" | "TRADE_UNION" | "YOUTH_UNION")[];
            quorumPercent?: number;
            clause: string;
        };
        ConcretisationAnswer: {
            cycle: string;
            agency: components["schemas"]["UnitName"];
            versions?: components["schemas"]["ConcretisationVersion"][];
            inForce?: number;
            document?: components["schemas"]["DocumentName"];
            overlays?: components["schemas"]["SourcedOverlayFilled"][];
            briefings?: components["schemas"]["SourcedBriefingHeld"][];
            people: number;
            told: number;
            items?: components["schemas"]["ToldLine"][];
            revision: number;
        };
        ConcretisationIssued: {
            cycle: string;
            agency: string;
            version: number;
            layerHash: string;
            document: string;
        };
        ConcretisationProposed: {
            cycle: string;
            agency: string;
            version: number;
            layer: components["schemas"]["RuleLayer"];
            layerHash: string;
            partyCommittee: string;
            /** Format: date */
            agreedOn?: string;
        };
        ConcretisationVersion: {
            proposed: components["schemas"]["SourcedConcretisationProposed"];
            issued?: components["schemas"]["SourcedConcretisationIssued"];
        };
        ConferenceView: {
            by: components["schemas"]["Provenance"];
            conference: string;
            unit: components["schemas"]["UnitName"];
            /** Format: date-time */
            heldAt: string;
            /** Format: date-time */
            endedAt?: string;
            chair: components["schemas"]["PersonName"];
            secretary: components["schemas"]["PersonName"];
            present: number;
            absent: number;
            /** @enum {string} */
            kind?: "ORGANISATION_UNIT" | "LEADERSHIP_COLLECTIVE";
            place: number;
            minutes?: components["schemas"]["DocumentName"];
        };
        Consequence: {
            consequence: string;
            saysVi: string;
            saysEn: string;
            citation: string;
            /** @enum {string} */
            confidence: "EXACT" | "FOUND" | "KNOWN" | "READING";
            /** @enum {string} */
            standing: "HOLDS" | "PERSON_DECIDES" | "NOT_KNOWN";
            years?: components["schemas"]["YearOfConsequence"][];
        };
        CorrectionDetail: {
            document?: components["schemas"]["DocumentName"];
            mandate?: string;
            correctedPosition: number;
            /** Format: date-time */
            correctedAt: string;
            reason: string;
        };
        CriteriaCounts: {
            total: number;
            completed: number;
            deficient: number;
        };
        CriteriaJudged: {
            dossier: string;
            person: string;
            /** @enum {string} */
            judge: "DIRECT_HEAD" | "ADVISORY_BODY" | "AUTHORITY";
            general: components["schemas"]["GeneralJudgements"];
            /** @enum {string} */
            effectiveness: "HIGH" | "MET" | "LOW";
            typed?: components["schemas"]["TypedCounts"];
            paper?: components["schemas"]["Paper"];
            breaches?: components["schemas"]["Breach"][];
        };
        CriterionJudgement: {
            /** @enum {string} */
            value: "WELL" | "MET" | "NOT_MET";
            reason?: string;
        };
        Cycle: {
            opened: components["schemas"]["CycleOpened"];
            groups?: components["schemas"]["ComparableGroupDefined"][];
            extensions?: components["schemas"]["SourcedCycleTermExtended"][];
            closings?: components["schemas"]["CycleClosing"][];
            bindings?: components["schemas"]["SourcedRulebookBound"][];
            overlays?: components["schemas"]["SourcedOverlayFilled"][];
            copies?: components["schemas"]["SourcedCycleSetupCopied"][];
            position: number;
            collectiveGroups?: components["schemas"]["ComparableGroupDefined"][];
        };
        CycleAnswer: {
            cycle: components["schemas"]["Cycle"];
            /** Format: date-time */
            submissionEnd: string;
            closed: boolean;
        };
        CycleClosed: {
            cycle: string;
            document: string;
            reason?: string;
            unfinished?: string[];
            filesOpen?: string[];
        };
        CycleClosing: {
            closed: components["schemas"]["SourcedCycleClosed"];
            reopened?: components["schemas"]["SourcedCycleReopened"];
        };
        CycleDiffAnswer: {
            cycle: string;
            fromPosition: number;
            toPosition: number;
            filesFrom: components["schemas"]["FileCounts"];
            filesTo: components["schemas"]["FileCounts"];
            files?: components["schemas"]["FileDifference"][];
            ratings?: components["schemas"]["RatingDifference"][];
            transfers?: components["schemas"]["TransferDifference"][];
            results?: components["schemas"]["ResultDifference"][];
        };
        CycleOpened: {
            cycle: string;
            year: number;
            title: string;
            document: string;
            rulebook: string;
            rulebookHash: string;
            scope?: string[];
            submission: components["schemas"]["Deadline"];
            selfAssessment?: components["schemas"]["Deadline"];
            noticeWorkingDays: number;
            remediationWorkingDays: number;
        };
        CycleReopened: {
            cycle: string;
            document: string;
            reason: string;
        };
        CycleSetupCopied: {
            cycle: string;
            from: string;
            document: string;
            groups?: string[];
            readings?: string[];
            concretisations?: string[];
            leftOut?: components["schemas"]["LeftOut"][];
            unitsLeftOut?: components["schemas"]["UnitLeftOut"][];
        };
        CycleTermExtended: {
            cycle: string;
            /** @enum {string} */
            term: "SELF_ASSESSMENT" | "SUBMISSION";
            forUnit?: string;
            until: components["schemas"]["Deadline"];
            was?: components["schemas"]["Deadline"];
            document: string;
            reason: string;
        };
        CyclesAnswer: {
            items?: components["schemas"]["CycleOpened"][];
        };
        Deadline: {
            /** Format: date */
            date: string;
            inclusive: boolean;
        };
        DecidePartyRatings: {
            lines?: components["schemas"]["PartyDecisionLine"][];
            paper: components["schemas"]["PartyPaper"];
            onPaper?: components["schemas"]["PartyOnPaper"];
        };
        DecideRatings: {
            lines?: components["schemas"]["DecisionLine"][];
            document: string;
            onPaper?: components["schemas"]["OnPaper"];
        };
        DecisionCorrected: {
            dossier: string;
            person: string;
            what: string;
            was: string;
            is: string;
            reason: string;
            document: string;
        };
        DecisionLine: {
            dossier: string;
            /** @enum {string} */
            level?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            reason?: string;
            meeting?: string;
        };
        DecisionStanding: {
            revision: number;
            /** @enum {string} */
            level?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            inForce: boolean;
            supersedes?: number;
            cancelled?: components["schemas"]["CancelledValue"];
            cancelledOn?: components["schemas"]["DocumentName"];
        };
        Delivery: {
            task: string;
            product: string;
            quantity: number;
            /** Format: date */
            on: string;
            evidence?: string;
        };
        DeviceCode: {
            code: string;
        };
        DiffAnswer: {
            dossier: string;
            /** @enum {string} */
            from: "OPENED" | "SELF_FILED" | "MEETING" | "MINUTES" | "PROPOSAL" | "DECISION" | "NOTICE" | "RECEIPT" | "NOW";
            /** @enum {string} */
            to: "OPENED" | "SELF_FILED" | "MEETING" | "MINUTES" | "PROPOSAL" | "DECISION" | "NOTICE" | "RECEIPT" | "NOW";
            fromPosition: number;
            toPosition: number;
            changes?: components["schemas"]["DiffLine"][];
            acts?: components["schemas"]["Act"][];
        };
        DiffLine: {
            act: components["schemas"]["Act"];
            competence: components["schemas"]["Competence"];
        };
        Distribution: {
            excellent: number;
            good: number;
            completed: number;
            notCompleted: number;
            notRated: number;
            pending: number;
            total: number;
        };
        DistributionAnswer: {
            cycle: string;
            proposed: components["schemas"]["Distribution"];
            decided: components["schemas"]["Distribution"];
            items?: components["schemas"]["AgencyLine"][];
        };
        Document: {
            registered: components["schemas"]["DocumentRegistered"];
            position: number;
            /** Format: date-time */
            enteredAt: string;
            corrections?: components["schemas"]["DocumentBefore"][];
        };
        DocumentAnswer: {
            document: components["schemas"]["Document"];
        };
        DocumentBefore: {
            position: number;
            /** Format: date-time */
            recordedAt: string;
            number: string;
            /** Format: date */
            date: string;
            /** Format: date */
            effectiveFrom: string;
            /** Format: date */
            effectiveTo?: string;
            reason: string;
        };
        DocumentName: {
            document: string;
            number: string;
            /** Format: date */
            date?: string;
        };
        DocumentRegistered: {
            document: string;
            number: string;
            /** Format: date */
            date: string;
            issuer: string;
            issuerUnit?: string;
            /** @enum {string} */
            kind: "DECISION" | "LETTER" | "PLAN" | "NOTICE" | "AUTHORISATION" | "APPOINTMENT" | "MINUTES" | "GUIDANCE" | "CONCLUSION" | "REGULATION" | "ROSTER" | "SIGNED_LIST" | "PARTY_OPINION" | "EVIDENCE" | "OTHER";
            title: string;
            signer: string;
            signerPerson?: string;
            /** @enum {string} */
            signingCapacity: "HEAD" | "TM" | "KT" | "TL" | "TUQ";
            /** Format: date */
            effectiveFrom: string;
            /** Format: date */
            effectiveTo?: string;
            fileHash?: string;
        };
        DossierAnswer: {
            line: components["schemas"]["DossierLine"];
            post?: components["schemas"]["Post"];
            groupName?: string;
            opened: components["schemas"]["Provenance"];
            selfAssessment?: components["schemas"]["SourcedSelfAssessmentFiled"];
            selfAssessments: number;
            selfReturned: boolean;
            judgements?: components["schemas"]["SourcedCriteriaJudged"][];
            comments?: components["schemas"]["SourcedCommentRecorded"][];
            opinionsAsked?: components["schemas"]["OpinionAsked"][];
            partyOpinion?: components["schemas"]["SourcedPartyOpinionRecorded"];
            meetings?: components["schemas"]["DossierMeeting"][];
            proposals?: components["schemas"]["SourcedProposalMade"][];
            settlement?: components["schemas"]["SettlementValue"];
            decisions?: components["schemas"]["SourcedRatingDecided"][];
            decisionStandings?: components["schemas"]["DecisionStanding"][];
            decisionCorrections?: components["schemas"]["SourcedDecisionCorrected"][];
            decisionDocument?: components["schemas"]["DocumentName"];
            objections?: components["schemas"]["ObjectionLine"][];
            effects?: components["schemas"]["EffectLine"][];
            notice?: components["schemas"]["NoticeValue"];
            noticeDocument?: components["schemas"]["DocumentName"];
            receipt?: components["schemas"]["ReceiptValue"];
            publication?: components["schemas"]["PublicationValue"];
            review?: components["schemas"]["ReviewView"];
            lost: number;
            erased?: components["schemas"]["ErasedPerson"];
        };
        DossierLine: {
            dossier: string;
            person: string;
            name: string;
            cycle: string;
            year: number;
            unit: components["schemas"]["UnitName"];
            agency: components["schemas"]["UnitName"];
            post: string;
            /** @enum {string} */
            subjectClass: "CADRE" | "CIVIL_SERVANT" | "PUBLIC_EMPLOYEE";
            leader: boolean;
            group?: string;
            /** @enum {string} */
            status: "DRAFT" | "SELF_FILED" | "RETURNED" | "MINUTES_PENDING" | "MINUTES_ADOPTED" | "PROPOSED" | "DECIDED" | "NOTIFIED" | "ACKNOWLEDGED" | "CLOSED";
            statusKey: string;
            /** @enum {string} */
            selfLevel?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            /** @enum {string} */
            proposedLevel?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            /** @enum {string} */
            decidedLevel?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            notRated: boolean;
            revision: number;
            position: number;
        };
        DossierMeeting: {
            meeting: string;
            position: number;
            /** Format: date-time */
            heldAt: string;
            adopted: boolean;
            minutesVersion: number;
        };
        DossiersAnswer: {
            items?: components["schemas"]["DossierLine"][];
            total: number;
            next?: string;
        };
        DueRerating: {
            dossier: string;
            person: string;
            cycle: string;
            year: number;
            decision: number;
            /** @enum {string} */
            ground: "RE_RATE" | "WEIGH_RE_RATING" | "STATE_LEVEL_CHANGED";
            violation?: string;
            clause: string;
        };
        EarlierShortcoming: {
            plan: string;
            shortcoming: string;
            /** @enum {string} */
            status: "DONE" | "IN_PROGRESS" | "NOT_DONE";
            degreePercent?: number;
            account: string;
        };
        EffectLine: {
            effect: string;
            /** @enum {string} */
            kind: "QUOTA_OF_AGENCY" | "QUOTA_OF_GROUP" | "HEAD_ABOVE_UNIT" | "SUBMISSION_SENT" | "REPORT_SUBMITTED" | "NOTICE_DUE" | "PARTY_COMMITTEE_DUE";
            owner: components["schemas"]["UnitName"];
            group?: string;
            unit?: components["schemas"]["UnitName"];
            concerns?: string;
            dossier?: string;
            person?: components["schemas"]["PersonName"];
            collective?: components["schemas"]["UnitName"];
            /** @enum {string} */
            ground: "OBJECTION" | "LATE_DISCIPLINE" | "DISCIPLINE_ANNULLED" | "DISHONESTY" | "ERROR";
            by: components["schemas"]["Provenance"];
            open: boolean;
            settled?: components["schemas"]["SettledEffect"];
        };
        EffectsAnswer: {
            cycle: string;
            open: number;
            items?: components["schemas"]["EffectLine"][];
        };
        ErasedPerson: {
            erasure: string;
            /** Format: date-time */
            since: string;
            document: string;
            clause: string;
        };
        ErasureExecuted: {
            erasure: string;
            subject: string;
            events: number;
            parts: number;
            accessEvents: number;
            files: number;
        };
        ErasureRequested: {
            erasure: string;
            subject: string;
            document: string;
            clause: string;
            reason: string;
        };
        ErasureRow: {
            erasure: string;
            subject: string;
            /** @enum {string} */
            status: "REQUESTED" | "REFUSED" | "WITHDRAWN" | "APPROVED" | "EXECUTED";
            document: string;
            clause: string;
            reason: string;
            requested: components["schemas"]["Provenance"];
            decided?: components["schemas"]["Provenance"];
            decidedReason?: string;
            executed?: components["schemas"]["Provenance"];
            lost?: components["schemas"]["ErasureExecuted"];
            revision: number;
        };
        ErasuresAnswer: {
            items?: components["schemas"]["ErasureRow"][];
            next?: string;
            total: number;
        };
        Evidence: {
            document?: string;
            attachment?: string;
        };
        ExceptionView: {
            by: components["schemas"]["Provenance"];
            granted: components["schemas"]["QuotaExceptionGranted"];
            approver: components["schemas"]["PersonName"];
            document: components["schemas"]["DocumentName"];
        };
        ExportRequest: {
            scope: components["schemas"]["Scope"];
            size?: number;
            purpose: string;
        };
        FieldChange: {
            field: string;
            from?: string;
            to?: string;
        };
        FileAnswer: {
            cycle: string;
            line: components["schemas"]["FileLine"];
            versions?: components["schemas"]["FileVersion"][];
        };
        FileCounts: {
            due: number;
            onTime: number;
            late: number;
            missing: number;
            submitted: number;
            returned: number;
            accepted: number;
        };
        FileDifference: {
            unit: components["schemas"]["UnitName"];
            /** @enum {string} */
            from: "MISSING" | "SUBMITTED" | "RETURNED" | "ACCEPTED";
            /** @enum {string} */
            to: "MISSING" | "SUBMITTED" | "RETURNED" | "ACCEPTED";
            versionFrom: number;
            versionTo: number;
            outsideTerm: boolean;
        };
        FileLine: {
            unit: components["schemas"]["UnitName"];
            /** @enum {string} */
            kind: "PROVINCE" | "DEPARTMENT" | "DISTRICT" | "COMMUNE" | "WARD" | "TOWNSHIP" | "OFFICE" | "DIVISION" | "SUB_DEPARTMENT" | "CENTRE" | "SCHOOL" | "HOSPITAL";
            to?: string;
            /** @enum {string} */
            status: "MISSING" | "SUBMITTED" | "RETURNED" | "ACCEPTED";
            statusKey: string;
            late: boolean;
            extended?: components["schemas"]["Deadline"];
            extendedBy?: components["schemas"]["DocumentName"];
            /** Format: date-time */
            firstSubmittedAt?: string;
            /** Format: date-time */
            submittedAt?: string;
            version: number;
            returnReason?: string;
            returnPhone?: string;
            returnedBy?: string;
            counts?: components["schemas"]["SettledCounts"];
            pending: number;
            revision: number;
            changedAfter: number;
        };
        FileObjection: {
            objection: string;
            /** @enum {string} */
            kind: "PETITION" | "COMPLAINT";
            dossier: string;
            decision: number;
            grounds: string;
            /** Format: date */
            receivedOn?: string;
            onPaper?: components["schemas"]["OnPaper"];
        };
        FileVersion: {
            version: number;
            submitted: components["schemas"]["Provenance"];
            to: string;
            counts: components["schemas"]["SettledCounts"];
            partA: number;
            partB: number;
            pending: number;
            consolidated?: string[];
            document?: string;
            returned?: components["schemas"]["Provenance"];
            returnReason?: string;
            returnPhone?: string;
            accepted?: components["schemas"]["Provenance"];
            remark?: string;
        };
        FilesAnswer: {
            cycle: string;
            district?: components["schemas"]["UnitName"];
            deadline: components["schemas"]["Deadline"];
            /** Format: date-time */
            deadlineEnd: string;
            counts: components["schemas"]["FileCounts"];
            items?: components["schemas"]["FileLine"][];
        };
        Finding: {
            /** @enum {string} */
            type: "RETRO_AUTHORITY" | "PROPOSAL_OVERRIDE" | "PARTY_OPINION_MISSING" | "PARTY_OPINION_LATE" | "ORDER_VIOLATION" | "BATCH_SIGNING" | "LAST_MINUTE" | "RELIED_ON_CORRECTED_DOCUMENT" | "PAPER_BREACH" | "HEAD_UNIT_MISMATCH" | "STALE_SETTLEMENT" | "REVIEW_TOO_EARLY" | "SUGGESTION_UNANSWERED" | "REVIEW_AFTER_RATING" | "SHORTCOMING_WITHOUT_MEASURE" | "NEVER_TOLD" | "TERM_PASSED" | "EFFECT_OPEN" | "ONE_LEVEL_FOR_ALL" | "SAME_TEXT" | "RATED_EACH_OTHER" | "LOWER_AFTER_OBJECTION" | "EXCELLENT_BY_TURNS" | "NEWCOMERS_LOWERED";
            key: string;
            act?: components["schemas"]["Act"];
            unit?: components["schemas"]["UnitName"];
            agency?: components["schemas"]["UnitName"];
            authority?: components["schemas"]["AuthorityDetail"];
            level?: components["schemas"]["OverrideDetail"];
            partyOpinion?: components["schemas"]["PartyOpinionDetail"];
            order?: components["schemas"]["OrderDetail"];
            batch?: components["schemas"]["BatchDetail"];
            lastMinute?: components["schemas"]["LastMinuteDetail"];
            correction?: components["schemas"]["CorrectionDetail"];
            mismatch?: components["schemas"]["MismatchDetail"];
            stale?: components["schemas"]["StaleDetail"];
            review?: components["schemas"]["ReviewDetail"];
            neverTold?: components["schemas"]["NeverToldDetail"];
            openEffect?: components["schemas"]["OpenEffectDetail"];
            pattern?: components["schemas"]["PatternDetail"];
            breaches?: components["schemas"]["Breach"][];
        };
        FindingsAnswer: {
            cycle: string;
            items?: components["schemas"]["Finding"][];
            total: number;
            next?: string;
        };
        FollowUpView: {
            /** @enum {string} */
            role: "FOLLOWER" | "INSPECTOR" | "URGER";
            assignee: components["schemas"]["PersonName"];
            document: components["schemas"]["DocumentName"];
            confirmed: boolean;
            by: components["schemas"]["Provenance"];
            confirmedBy?: components["schemas"]["Provenance"];
        };
        Form: {
            form: string;
            /** @enum {string} */
            step: "SELF_ASSESSMENT" | "MEETING" | "OPINION_REQUEST" | "PARTY_OPINION" | "OPINION" | "APPRAISAL" | "BALLOT" | "PROPOSAL" | "DECISION" | "NOTICE" | "PUBLICATION" | "PETITION" | "PETITION_ANSWER" | "REMEDIATION_PLAN" | "REVIEW_DRAFT" | "REVIEW" | "SELF_RATING" | "STATE_RATING" | "FILE";
            of?: string[];
            title: components["schemas"]["Words"];
            fields?: components["schemas"]["FormField"][];
            clause: string;
        };
        FormField: {
            field: string;
            title: components["schemas"]["Words"];
            leaders?: boolean;
        };
        FormSection: {
            heading: string;
            text: string;
        };
        FoundIn: {
            /** @enum {string} */
            source: "SELF_REVIEW" | "MEETING_OPINION" | "REVIEW_SUGGESTION" | "INSPECTION_CONCLUSION" | "RATING_DECISION" | "OBJECTION" | "EARLIER_YEAR" | "REVIEW_CONCLUSION";
            meeting?: string;
            document?: string;
            objection?: string;
            earlierPlan?: string;
            review?: string;
        };
        FurtherRefusal: {
            type: string;
            title: string;
            titleEn: string;
            detail: string;
            detailEn: string;
            field?: string;
            clause?: string;
        };
        GeneralJudgements: {
            politics: components["schemas"]["CriterionJudgement"];
            ethics: components["schemas"]["CriterionJudgement"];
            style: components["schemas"]["CriterionJudgement"];
            discipline: components["schemas"]["CriterionJudgement"];
            leadership?: components["schemas"]["CriterionJudgement"];
        };
        GradedCriterion: {
            criterion: string;
            name: string;
            /** @enum {string} */
            kind: "GENERAL" | "RESULT";
            basic: boolean;
            /** @enum {string} */
            grade: "EXCELLENT" | "GOOD" | "AVERAGE" | "POOR";
            ground?: string;
        };
        GrantedPower: {
            document: string;
            clause: string;
        };
        GroundSheet: {
            line: components["schemas"]["DossierLine"];
            post?: components["schemas"]["Post"];
            selfAssessment?: components["schemas"]["SourcedSelfAssessmentFiled"];
            judgements?: components["schemas"]["SourcedCriteriaJudged"][];
            partyOpinion?: components["schemas"]["SourcedPartyOpinionRecorded"];
            proposals?: components["schemas"]["SourcedProposalMade"][];
            settlement?: components["schemas"]["SettlementValue"];
            decisions?: components["schemas"]["SourcedRatingDecided"][];
            decisionStandings?: components["schemas"]["DecisionStanding"][];
            corrections?: components["schemas"]["SourcedDecisionCorrected"][];
            decisionDocument?: components["schemas"]["DocumentName"];
            competence?: components["schemas"]["Competence"];
            advice?: components["schemas"]["RuleEvaluation"];
            objections?: components["schemas"]["ObjectionLine"][];
            effects?: components["schemas"]["EffectLine"][];
            proof?: string;
        };
        GroupDistribution: {
            group?: string;
            name?: string;
            proposed: components["schemas"]["Distribution"];
            decided: components["schemas"]["Distribution"];
        };
        GroupMaximum: {
            group?: string;
            maxExcellent: number;
        };
        HandInRequest: {
            name: string;
            mediaType: string;
        };
        HandOverAnswer: {
            cycle: string;
            agency: components["schemas"]["UnitName"];
            lists?: components["schemas"]["HandedOverList"][];
            revision: number;
        };
        HandedOverLevel: {
            dossier: string;
            /** @enum {string} */
            level?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            decision?: number;
            position?: number;
            document?: string;
        };
        HandedOverLine: {
            person: components["schemas"]["PersonName"];
            value?: components["schemas"]["HandedOverLevel"];
        };
        HandedOverList: {
            number: number;
            correction: boolean;
            committee: string;
            committeeUnit: components["schemas"]["UnitName"];
            /** Format: date */
            dated: string;
            document: components["schemas"]["DocumentName"];
            lines?: components["schemas"]["HandedOverLine"][];
            pending: number;
            by: components["schemas"]["Provenance"];
            received?: components["schemas"]["Provenance"];
            remark?: string;
            slips?: components["schemas"]["SlipCorrected"][];
        };
        HoldMeeting: {
            meeting: string;
            cycle: string;
            unit: string;
            /** Format: date-time */
            heldAt: string;
            /** Format: date-time */
            endedAt?: string;
            chair: string;
            secretary: string;
            attendees?: components["schemas"]["Attendee"][];
            discussed?: string[];
            onPaper?: components["schemas"]["OnPaper"];
        };
        HoldReview: {
            conference: string;
            cycle: string;
            unit: string;
            /** Format: date-time */
            heldAt: string;
            /** Format: date-time */
            endedAt?: string;
            chair: string;
            secretary: string;
            attendees?: components["schemas"]["Attendee"][];
            reviewed?: components["schemas"]["Reviewed"][];
            minutes?: string;
            onPaper?: components["schemas"]["OnPaper"];
        };
        HoldRow: {
            hold: components["schemas"]["LegalHoldPlaced"];
            placed: components["schemas"]["Provenance"];
            lifted?: components["schemas"]["Provenance"];
            revision: number;
        };
        HoldsAnswer: {
            items?: components["schemas"]["HoldRow"][];
            next?: string;
            total: number;
        };
        IssueNotices: {
            dossiers?: string[];
            document: string;
            /** Format: date */
            dated: string;
            onPaper?: components["schemas"]["OnPaper"];
        };
        LastMinuteDetail: {
            /** @enum {string} */
            kind: "FIRST_ENTRY" | "CHANGE";
            /** Format: date-time */
            deadlineEnd: string;
        };
        LayerDays: {
            /** @enum {string} */
            term: "NOTICE" | "PETITION_ANSWER";
            days: number;
            under?: components["schemas"]["GrantedPower"];
        };
        LayerGroup: {
            name: string;
            who: string;
        };
        LayerQuota: {
            percent: number;
            under?: components["schemas"]["GrantedPower"];
        };
        LayerShare: {
            clause: string;
            fact: string;
            percent: number;
            position?: string;
            under?: components["schemas"]["GrantedPower"];
        };
        LayerTerm: {
            until: components["schemas"]["Deadline"];
            under?: components["schemas"]["GrantedPower"];
        };
        LeftOut: {
            who: string;
            group: string;
            /** @enum {string} */
            why: "NO_POST" | "OTHER_AGENCY" | "OTHER_GROUP";
        };
        LegalHoldPlaced: {
            hold: string;
            subject?: string;
            unit?: string;
            cycle?: string;
            document: string;
            reason: string;
        };
        LevelAllowed: {
            /** @enum {string} */
            level: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            allowed: boolean;
            obstacle?: components["schemas"]["Obstacle"];
        };
        Links: {
            resource: string;
            proof: string;
            receipt: string;
            checkpoint: string;
        };
        LookLine: {
            position: number;
            /** Format: date-time */
            at: string;
            actor: string;
            actorName?: string;
            dossier: string;
            person: string;
            personName?: string;
            view: string;
            purpose: string;
        };
        LooksAnswer: {
            items?: components["schemas"]["LookLine"][];
            next?: number;
        };
        Mandate: {
            mandate: string;
            person: string;
            powers?: ("ASSIGN_WORK" | "COMMENT" | "PROPOSE" | "DECIDE" | "PARTY_OPINION" | "MEETING" | "SUBMIT" | "RECEIVE" | "RECORD" | "TRANSCRIBE" | "OPEN_CYCLE" | "GRANT" | "INSPECT" | "ADMINISTER" | "PARTY_ADMINISTER" | "PARTY_PROPOSE" | "PARTY_DECIDE" | "PARTY_READ")[];
            unit: string;
            /** @enum {string} */
            reach: "UNIT" | "SUBTREE" | "MANAGED";
            /** @enum {string} */
            capacity: "SELF" | "IN_OFFICE" | "ACTING" | "IN_CHARGE" | "TM" | "KT" | "TL" | "TUQ" | "CLERK" | "SYSTEM";
            /** Format: date */
            from: string;
            /** Format: date */
            to?: string;
            document: string;
            /** Format: date */
            revokedOn?: string;
            revokedBy?: string;
            position: number;
            /** Format: date-time */
            enteredAt: string;
            grantedBy: string;
            corrections?: components["schemas"]["MandateBefore"][];
        };
        MandateAnswer: {
            mandate: components["schemas"]["Mandate"];
            document?: components["schemas"]["Document"];
        };
        MandateBefore: {
            position: number;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to?: string;
            document: string;
            reason: string;
        };
        MandateGranted: {
            mandate: string;
            person: string;
            powers?: ("ASSIGN_WORK" | "COMMENT" | "PROPOSE" | "DECIDE" | "PARTY_OPINION" | "MEETING" | "SUBMIT" | "RECEIVE" | "RECORD" | "TRANSCRIBE" | "OPEN_CYCLE" | "GRANT" | "INSPECT" | "ADMINISTER" | "PARTY_ADMINISTER" | "PARTY_PROPOSE" | "PARTY_DECIDE" | "PARTY_READ")[];
            unit: string;
            /** @enum {string} */
            reach: "UNIT" | "SUBTREE" | "MANAGED";
            /** @enum {string} */
            capacity: "SELF" | "IN_OFFICE" | "ACTING" | "IN_CHARGE" | "TM" | "KT" | "TL" | "TUQ" | "CLERK" | "SYSTEM";
            /** Format: date */
            from: string;
            /** Format: date */
            to?: string;
            document: string;
        };
        Measure: {
            measure: string;
            action: string;
            product: string;
            responsible: string;
            /** Format: date */
            due: string;
        };
        MeasureAct: {
            by: components["schemas"]["Provenance"];
            type: string;
            degreePercent?: number;
            text?: string;
            difficulties?: string;
            /** Format: date */
            on?: string;
            escalated: boolean;
            evidence?: components["schemas"]["Evidence"][];
        };
        MeasureLine: {
            measure: string;
            shortcoming: string;
            action: string;
            product: string;
            responsible: components["schemas"]["PersonName"];
            /** Format: date */
            due: string;
            /** @enum {string} */
            status: "OVERDUE" | "REOPENED" | "NOT_DONE" | "IN_PROGRESS" | "DONE";
            statusKey: string;
            degreePercent: number;
            awaitsVerification: boolean;
            /** Format: date */
            doneOn?: string;
            doneLate: boolean;
            verifiedBy?: components["schemas"]["Provenance"];
            reopened: number;
            inspected: number;
            urged: number;
            escalated: boolean;
        };
        MeasureView: {
            line: components["schemas"]["MeasureLine"];
            history?: components["schemas"]["MeasureAct"][];
        };
        MeetingAnswer: {
            meeting: string;
            cycle: string;
            unit: components["schemas"]["UnitName"];
            held: components["schemas"]["Provenance"];
            /** Format: date-time */
            heldAt: string;
            /** Format: date-time */
            endedAt?: string;
            chair: components["schemas"]["PersonName"];
            secretary: components["schemas"]["PersonName"];
            due: number;
            present: number;
            inWriting: number;
            absent: number;
            attendees?: components["schemas"]["AttendeeView"][];
            discussed?: components["schemas"]["PersonName"][];
            adopted: boolean;
            minutes?: components["schemas"]["SourcedMinutesAdopted"][];
            reopened?: components["schemas"]["SourcedMinutesReopened"][];
            revision: number;
        };
        MeetingLine: {
            meeting: string;
            unit: components["schemas"]["UnitName"];
            /** Format: date-time */
            heldAt: string;
            discussed: number;
            adopted: boolean;
            minutesVersion: number;
        };
        MeetingsAnswer: {
            cycle: string;
            items?: components["schemas"]["MeetingLine"][];
            total: number;
            next?: string;
        };
        MinutesAdopted: {
            meeting: string;
            version: number;
            /** Format: date-time */
            adoptedAt: string;
            opinions: components["schemas"]["AboutOpinion"][];
            paper?: components["schemas"]["Paper"];
            breaches?: components["schemas"]["Breach"][];
        };
        MinutesOpinion: {
            about: string;
            number: number;
            speaker: string;
            text: string;
        };
        MinutesReopened: {
            meeting: string;
            reason: string;
        };
        MismatchDetail: {
            led: components["schemas"]["UnitName"];
            /** @enum {string} */
            level: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            /** @enum {string} */
            unitLevel: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            /** Format: date-time */
            unitRatedAt: string;
            unitPosition: number;
            head: boolean;
        };
        NeverToldDetail: {
            document: components["schemas"]["DocumentName"];
            /** Format: date-time */
            issuedAt: string;
        };
        NewPassword: {
            password: string;
            code?: string;
            next: string;
        };
        NotRatedCount: {
            /** @enum {string} */
            reason: "UNDER_SIX_MONTHS" | "SUSPENDED" | "LEFT" | "OTHER";
            count: number;
        };
        NoticeLine: {
            dossier: string;
            person: components["schemas"]["PersonName"];
            unit: components["schemas"]["UnitName"];
            agency: components["schemas"]["UnitName"];
            /** Format: date */
            decidedOn: string;
            decision: components["schemas"]["DocumentName"];
            /** Format: date */
            noticeDated?: string;
            /** Format: date-time */
            noticeRecordedAt?: string;
            notice?: components["schemas"]["DocumentName"];
            noticeBy?: components["schemas"]["Provenance"];
            /** Format: date */
            receivedOn?: string;
            /** @enum {string} */
            receivedHow?: "ACKNOWLEDGED" | "DEEMED";
            refusalMinutes?: components["schemas"]["DocumentName"];
            /** Format: date */
            publishedOn?: string;
            /** @enum {string} */
            publishedHow?: "ELECTRONIC" | "POSTED" | "MEETING";
        };
        NoticeTerm: {
            days: number;
            /** Format: date */
            last: string;
            clause: string;
        };
        NoticeValue: {
            by: components["schemas"]["Provenance"];
            document: string;
            /** Format: date */
            dated: string;
        };
        ObjectionAnswer: {
            line: components["schemas"]["ObjectionLine"];
            filed?: components["schemas"]["SourcedObjectionFiled"];
            receipts?: components["schemas"]["SourcedObjectionReceived"][];
            withdrawal?: components["schemas"]["SourcedObjectionWithdrawn"];
            resolution?: components["schemas"]["SourcedObjectionResolved"];
            resolutionDocument?: components["schemas"]["DocumentName"];
            resolverParts?: ("COMMENTED" | "JUDGED" | "PROPOSED" | "DECIDED")[];
        };
        ObjectionCounts: {
            total: number;
            open: number;
            overdue: number;
            late: number;
            upheld: number;
            rejected: number;
            resolvedByDecider: number;
        };
        ObjectionFiled: {
            objection: string;
            /** @enum {string} */
            kind: "PETITION" | "COMPLAINT";
            dossier: string;
            person: string;
            decision: number;
            decisionDocument: string;
            grounds: string;
            /** Format: date */
            receivedOn: string;
            paper?: components["schemas"]["Paper"];
            breaches?: components["schemas"]["Breach"][];
        };
        ObjectionLine: {
            objection: string;
            /** @enum {string} */
            kind: "PETITION" | "COMPLAINT";
            dossier: string;
            person: components["schemas"]["PersonName"];
            unit: components["schemas"]["UnitName"];
            agency: components["schemas"]["UnitName"];
            decision: number;
            decisionDocument: components["schemas"]["DocumentName"];
            /** Format: date */
            receivedOn: string;
            /** @enum {string} */
            status: "FILED" | "RECEIVED" | "WITHDRAWN" | "RESOLVED";
            resolver?: components["schemas"]["PersonName"];
            resolverDecided?: boolean;
            inTime?: boolean;
            /** Format: date */
            answerBy?: string;
            termBasis?: string;
            overdue: boolean;
            /** @enum {string} */
            outcome?: "UPHELD" | "PARTLY_UPHELD" | "REJECTED";
            /** Format: date */
            resolvedOn?: string;
            revision: number;
        };
        ObjectionReceived: {
            objection: string;
            dossier: string;
            person: string;
            resolver: string;
            resolverDecided: boolean;
            inTime: boolean;
            /** Format: date */
            answerBy: string;
            termBasis: string;
        };
        ObjectionResolved: {
            objection: string;
            dossier: string;
            person: string;
            /** @enum {string} */
            outcome: "UPHELD" | "PARTLY_UPHELD" | "REJECTED";
            resolverDecided: boolean;
            reasons: string;
            document: string;
            paper?: components["schemas"]["Paper"];
            breaches?: components["schemas"]["Breach"][];
        };
        ObjectionWithdrawn: {
            objection: string;
            dossier: string;
            person: string;
            reason?: string;
        };
        ObjectionsAnswer: {
            cycle: string;
            counts: components["schemas"]["ObjectionCounts"];
            items?: components["schemas"]["ObjectionLine"][];
            protectedOnes?: components["schemas"]["ProtectedObjectionLine"][];
        };
        Obstacle: {
            type: string;
            title: string;
            titleEn: string;
            detail: string;
            detailEn: string;
            clause?: string;
        };
        OnPaper: {
            paper: components["schemas"]["Paper"];
            signer: string;
        };
        OpenCycle: {
            cycle: string;
            year: number;
            title: string;
            document: string;
            rulebook: string;
            scope?: string[];
            submission: components["schemas"]["Deadline"];
            selfAssessment?: components["schemas"]["Deadline"];
            noticeWorkingDays?: number;
            remediationWorkingDays?: number;
        };
        OpenEffectDetail: {
            effect: string;
            /** @enum {string} */
            kind: "QUOTA_OF_AGENCY" | "QUOTA_OF_GROUP" | "HEAD_ABOVE_UNIT" | "SUBMISSION_SENT" | "REPORT_SUBMITTED" | "NOTICE_DUE" | "PARTY_COMMITTEE_DUE";
            owner: components["schemas"]["UnitName"];
            /** Format: date */
            since: string;
            days: number;
        };
        OpenPartyDossiers: {
            cycle: string;
            unit: string;
            cell: string;
            committeeUnit: string;
            rulebook: string;
            persons?: string[];
        };
        Opinion: {
            /** @enum {string} */
            from: "DIRECT_HEAD" | "SUPERIOR" | "PEER" | "SUBORDINATE" | "FORMER_AGENCY" | "ORGANISATION" | "HOST_AGENCY" | "PARTY_COMMITTEE";
            of?: string[];
            positions?: ("AGENCY_HEAD" | "AGENCY_DEPUTY" | "OTHER")[];
            required: boolean;
            months?: number;
            /** @enum {string} */
            unanswered: "BLOCKS" | "GOES_ON";
            clause: string;
        };
        Opinion2: {
            number: number;
            speaker: string;
            text: string;
        };
        OpinionAsked: {
            request: components["schemas"]["SourcedOpinionRequested"];
            answered?: components["schemas"]["Provenance"];
            unanswered: boolean;
        };
        OpinionRequested: {
            dossier: string;
            person: string;
            /** @enum {string} */
            side: "DIRECT_HEAD" | "SUPERIOR" | "PEER" | "SUBORDINATE" | "FORMER_AGENCY" | "ORGANISATION" | "HOST_AGENCY";
            asked: string;
            /** Format: date */
            due: string;
        };
        OpinionSource: {
            /** @enum {string} */
            side: "DIRECT_HEAD" | "SUPERIOR" | "PEER" | "SUBORDINATE" | "FORMER_AGENCY" | "ORGANISATION" | "HOST_AGENCY";
            required: boolean;
            answerWorkingDays: number;
            under?: components["schemas"]["GrantedPower"];
        };
        OrderDetail: {
            collective: components["schemas"]["UnitName"];
            /** Format: date-time */
            decidedAt: string;
            /** Format: date-time */
            collectiveRatedAt?: string;
            collectivePosition?: number;
        };
        OverdueAnswer: {
            cycle: string;
            items?: components["schemas"]["OverdueLine"][];
            total: number;
            next?: string;
        };
        OverdueLine: {
            dossier: string;
            person: components["schemas"]["PersonName"];
            unit: components["schemas"]["UnitName"];
            agency: components["schemas"]["UnitName"];
            until: components["schemas"]["Deadline"];
            extendedBy?: components["schemas"]["DocumentName"];
            /** Format: date-time */
            filedAt?: string;
        };
        OverlayFilled: {
            cycle: string;
            slot: string;
            layer: components["schemas"]["RuleLayer"];
            layerHash: string;
            document: string;
        };
        OverrideDetail: {
            /** @enum {string} */
            proposed: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            /** @enum {string} */
            decided?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            forQuota: boolean;
            raised: boolean;
            reason?: string;
        };
        OwedCorrection: {
            person: string;
            handedOver: components["schemas"]["HandedOverLevel"];
            number: number;
            committeeUnit: string;
            now: components["schemas"]["HandedOverLevel"];
        };
        OwedCounts: {
            owed: number;
            planned: number;
            stated: number;
            withinTerm: number;
            pastTerm: number;
            late: number;
        };
        Owner: {
            person?: string;
            unit?: string;
        };
        OwnerPlan: {
            cycle: string;
            year: number;
            plan: string;
            /** @enum {string} */
            standing: "PLANNED" | "STATED" | "WITHIN_TERM" | "PAST_TERM";
            /** Format: date */
            term: string;
            /** Format: date */
            plannedOn: string;
            late: boolean;
            /** @enum {string} */
            status?: "OVERDUE" | "REOPENED" | "NOT_DONE" | "IN_PROGRESS" | "DONE";
            open: number;
        };
        OwnerRemediationAnswer: {
            owner: components["schemas"]["Owner"];
            cycle?: string;
            /** Format: date */
            day: string;
            plans?: components["schemas"]["OwnerPlan"][];
            carried?: components["schemas"]["CarriedItem"][];
        };
        Paper: {
            document: string;
            /** Format: date-time */
            actedAt: string;
            scan?: string;
        };
        PartYearAnswer: {
            cycle: string;
            agency: components["schemas"]["UnitName"];
            settlement?: number;
            share: components["schemas"]["PartYearShare"];
        };
        PartYearLine: {
            dossier: string;
            person: components["schemas"]["PersonName"];
            unit: components["schemas"]["UnitName"];
            /** @enum {string} */
            why: "LEFT" | "CAME" | "MOVED" | "ON_LEAVE";
            lowered: boolean;
        };
        PartYearShare: {
            proposed: number;
            lowered: number;
            partYear: number;
            partYearLowered: number;
            chancePerMillion: number;
            items?: components["schemas"]["PartYearLine"][];
        };
        PartyAdministratorNamed: {
            mandate: string;
            person: string;
            /** Format: date */
            from: string;
            document: string;
        };
        PartyBallotCounted: {
            dossier: string;
            person: string;
            /** Format: date */
            heldOn: string;
            present: number;
            excellent: number;
            good: number;
            completed: number;
            notCompleted: number;
            invalid: number;
            notReturned: number;
            minutes: components["schemas"]["PartyPaper"];
            transcript?: components["schemas"]["PartyTranscript"];
        };
        PartyCollectiveActions: {
            cycle: string;
            committeeUnit: string;
            organisation: string;
            revision: number;
            decision?: number;
            actions?: components["schemas"]["AllowedAction"][];
        };
        PartyCollectiveAnswer: {
            committeeUnit: components["schemas"]["UnitName"];
            opened?: components["schemas"]["SourcedPartyCollectiveOpened"];
            selfRatings?: components["schemas"]["SourcedPartyCollectiveSelfRated"][];
            appraisals?: components["schemas"]["SourcedPartyCollectiveAppraised"][];
            ballots?: components["schemas"]["SourcedPartyCollectiveBallotCounted"][];
            decisions?: components["schemas"]["SourcedPartyCollectiveRated"][];
            cancellations?: components["schemas"]["SourcedPartyCollectiveRatingCancelled"][];
        };
        PartyCollectiveAppraised: {
            cycle: string;
            committeeUnit: string;
            organisation: string;
            criteria?: components["schemas"]["PartyCriterion"][];
            targets: components["schemas"]["PartyTargets"];
            subordinates: number;
            disciplines?: components["schemas"]["PartyCollectiveDiscipline"][];
            disunity?: components["schemas"]["PartyPaper"];
            degradation?: components["schemas"]["PartyPaper"];
            opinion: string;
            /** @enum {string} */
            proposed: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            evaluation: components["schemas"]["RuleEvaluation"];
            reason?: string;
            transcript?: components["schemas"]["PartyTranscript"];
        };
        PartyCollectiveBallotCounted: {
            cycle: string;
            committeeUnit: string;
            organisation: string;
            /** Format: date */
            heldOn: string;
            present: number;
            excellent: number;
            good: number;
            completed: number;
            notCompleted: number;
            invalid: number;
            notReturned: number;
            minutes: components["schemas"]["PartyPaper"];
            transcript?: components["schemas"]["PartyTranscript"];
        };
        PartyCollectiveDiscipline: {
            violation: string;
            actYear: number;
            /** @enum {string} */
            kind: "PARTY" | "ADMINISTRATIVE";
            /** @enum {string} */
            form: "REPRIMAND" | "WARNING" | "REMOVAL_FROM_POST" | "DISMISSAL" | "EXPULSION";
            /** Format: date */
            effective: string;
            /** @enum {string} */
            of: "SELF" | "SUBORDINATE_UNIT" | "LEADING_BODY" | "LEADING_BODY_MEMBER";
            unit?: string;
            selfDetectedAndRemedied: boolean;
            atOtherUnit: boolean;
        };
        PartyCollectiveOpened: {
            cycle: string;
            committeeUnit: string;
            organisation: string;
            year: number;
            name: string;
            /** @enum {string} */
            organisationKind: "CELL" | "COMMITTEE";
            /** @enum {string} */
            kind: "ORGANISATION_UNIT" | "LEADERSHIP_COLLECTIVE";
            unit: string;
            head?: string;
            rulebook: string;
            rulebookHash: string;
        };
        PartyCollectiveRated: {
            cycle: string;
            committeeUnit: string;
            organisation: string;
            /** @enum {string} */
            level: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            /** @enum {string} */
            proposed?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            reason?: string;
            evaluation?: components["schemas"]["RuleEvaluation"];
            quota?: components["schemas"]["PartyQuotaStanding"];
            paper: components["schemas"]["PartyPaper"];
            supersedes?: number;
            transcript?: components["schemas"]["PartyTranscript"];
            late?: components["schemas"]["Breach"];
        };
        PartyCollectiveRatingCancelled: {
            cycle: string;
            committeeUnit: string;
            organisation: string;
            decision: number;
            /** @enum {string} */
            ground: "OBJECTION" | "LATE_DISCIPLINE" | "DISCIPLINE_ANNULLED" | "DISHONESTY" | "ERROR";
            reason: string;
            paper: components["schemas"]["PartyPaper"];
            transcript?: components["schemas"]["PartyTranscript"];
        };
        PartyCollectiveSelfRated: {
            cycle: string;
            committeeUnit: string;
            organisation: string;
            /** @enum {string} */
            level: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            ground: string;
            transcript?: components["schemas"]["PartyTranscript"];
        };
        PartyCommitteeActions: {
            cycle: string;
            committeeUnit: string;
            revision: number;
            rulebook: string;
            actions?: components["schemas"]["AllowedAction"][];
        };
        PartyCriterion: {
            name: string;
            /** @enum {string} */
            kind: "GENERAL" | "RESULT";
            basic: boolean;
            /** @enum {string} */
            grade: "EXCELLENT" | "GOOD" | "AVERAGE" | "POOR";
        };
        PartyDecisionLine: {
            dossier: string;
            /** @enum {string} */
            level: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            reason?: string;
        };
        PartyDecisionShared: {
            dossier: string;
            person: string;
            decision: number;
            paper: components["schemas"]["PartyPaper"];
        };
        PartyDiscipline: {
            violation: string;
            actYear: number;
            /** @enum {string} */
            kind: "PARTY" | "ADMINISTRATIVE";
            /** @enum {string} */
            form: "REPRIMAND" | "WARNING" | "REMOVAL_FROM_POST" | "DISMISSAL" | "EXPULSION";
            /** Format: date */
            effective: string;
            selfDetectedAndRemedied: boolean;
            atOtherUnit: boolean;
        };
        PartyDossierActions: {
            dossier: string;
            revision: number;
            actions?: components["schemas"]["AllowedAction"][];
        };
        PartyDossierAnswer: {
            line: components["schemas"]["PartyDossierLine"];
            decision?: number;
            committeeUnit: components["schemas"]["UnitName"];
            opened?: components["schemas"]["SourcedPartyDossierOpened"];
            exemptions?: components["schemas"]["SourcedPartyMemberExempted"][];
            selfReviews?: components["schemas"]["SourcedPartySelfReviewFiled"][];
            appraisals?: components["schemas"]["SourcedPartyMemberAppraised"][];
            ballots?: components["schemas"]["SourcedPartyBallotCounted"][];
            proposals?: components["schemas"]["SourcedPartyProposalMade"][];
            decisions?: components["schemas"]["SourcedPartyRatingDecided"][];
            cancellations?: components["schemas"]["SourcedPartyRatingCancelled"][];
            notices?: components["schemas"]["SourcedPartyNoticeIssued"][];
            shared?: components["schemas"]["SourcedPartyDecisionShared"][];
            objections?: components["schemas"]["SourcedPartyObjectionFiled"][];
            receipts?: components["schemas"]["SourcedPartyObjectionReceived"][];
            withdrawals?: components["schemas"]["SourcedPartyObjectionWithdrawn"][];
            resolutions?: components["schemas"]["SourcedPartyObjectionResolved"][];
        };
        PartyDossierLine: {
            dossier: string;
            person: components["schemas"]["PersonName"];
            cell: string;
            unit: components["schemas"]["UnitName"];
            /** @enum {string} */
            status: "OPENED" | "EXEMPTED" | "SELF_REVIEWED" | "APPRAISED" | "VOTED" | "PROPOSED" | "DECIDED" | "NOTIFIED";
            /** @enum {string} */
            level?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            warned: boolean;
            late: boolean;
            revision: number;
        };
        PartyDossierOpened: {
            dossier: string;
            person: string;
            cycle: string;
            year: number;
            post: components["schemas"]["Post"];
            cell: string;
            committeeUnit: string;
            /** Format: date */
            memberSince: string;
            rulebook: string;
            rulebookHash: string;
        };
        PartyDossiersAnswer: {
            cycle: string;
            committeeUnit: components["schemas"]["UnitName"];
            items?: components["schemas"]["PartyDossierLine"][];
        };
        PartyFacts: {
            leader: boolean;
            criteria?: components["schemas"]["PartyCriterion"][];
            targets?: components["schemas"]["PartyTargets"];
            findings: components["schemas"]["PartyFindings"];
            monthsSinceAdmission: number;
            /** @enum {string} */
            stateLevel?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED" | "NOT_APPLICABLE";
            /** @enum {string} */
            unitLevel?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED" | "NOT_APPLICABLE";
            disciplines?: components["schemas"]["PartyDiscipline"][];
        };
        PartyFindings: {
            degradation: boolean;
            forbiddenActs: boolean;
            exemplaryDutyBroken: boolean;
            unitCorruption: boolean;
        };
        PartyLevelAnswer: {
            dossier: string;
            person: components["schemas"]["PersonName"];
            /** @enum {string} */
            level?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            shared?: components["schemas"]["SharedPartyDecision"];
        };
        PartyMemberAppraised: {
            dossier: string;
            person: string;
            criteria?: components["schemas"]["PartyCriterion"][];
            targets?: components["schemas"]["PartyTargets"];
            findings: components["schemas"]["PartyFindings"];
            mitigations?: components["schemas"]["PartyMitigation"][];
            opinion: string;
            /** @enum {string} */
            proposed: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            transcript?: components["schemas"]["PartyTranscript"];
        };
        PartyMemberExempted: {
            dossier: string;
            person: string;
            /** @enum {string} */
            ground: "EXEMPT_FROM_ACTIVITY" | "SUSPENDED_FROM_ACTIVITY" | "ADMITTED_UNDER_6_MONTHS";
            monthsSinceAdmission?: number;
            paper?: components["schemas"]["PartyPaper"];
            clause: string;
        };
        PartyMembershipRecorded: {
            person: string;
            member: boolean;
            /** Format: date */
            from: string;
        };
        PartyMitigation: {
            violation: string;
            selfDetectedAndRemedied: boolean;
            atOtherUnit: boolean;
        };
        PartyNoticeIssued: {
            dossier: string;
            person: string;
            paper: components["schemas"]["PartyPaper"];
            transcript?: components["schemas"]["PartyTranscript"];
        };
        PartyObjectionFiled: {
            dossier: string;
            person: string;
            objection: string;
            /** @enum {string} */
            kind: "PETITION" | "COMPLAINT";
            decision: number;
            grounds: string;
            /** Format: date */
            receivedOn: string;
            transcript?: components["schemas"]["PartyTranscript"];
        };
        PartyObjectionReceived: {
            dossier: string;
            person: string;
            objection: string;
            resolver: string;
            resolverDecided: boolean;
            body: string;
            inTime: boolean;
            /** Format: date */
            answerBy: string;
            termBasis: string;
        };
        PartyObjectionResolved: {
            dossier: string;
            person: string;
            objection: string;
            /** @enum {string} */
            outcome: "UPHELD" | "PARTLY_UPHELD" | "REJECTED";
            resolverDecided: boolean;
            reasons: string;
            paper: components["schemas"]["PartyPaper"];
            transcript?: components["schemas"]["PartyTranscript"];
        };
        PartyObjectionWithdrawn: {
            dossier: string;
            person: string;
            objection: string;
            reason?: string;
        };
        PartyOnPaper: {
            paper: components["schemas"]["PartyPaper"];
            /** Format: date-time */
            actedAt: string;
            place: string;
            signer: string;
        };
        PartyOpinionDetail: {
            /** Format: date-time */
            decidedAt: string;
            /** Format: date */
            opinionDated?: string;
            /** Format: date-time */
            opinionRecordedAt?: string;
        };
        PartyOpinionRecorded: {
            dossier: string;
            person: string;
            committee: string;
            /** Format: date */
            dated: string;
            opinion: string;
            document?: string;
            paper?: components["schemas"]["Paper"];
            breaches?: components["schemas"]["Breach"][];
        };
        PartyPaper: {
            number: string;
            /** Format: date */
            date: string;
            issuer: string;
            signer?: string;
        };
        PartyProposalMade: {
            dossier: string;
            person: string;
            /** @enum {string} */
            level: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            reason?: string;
            transcript?: components["schemas"]["PartyTranscript"];
        };
        PartyQuotaStanding: {
            group?: string;
            excellent: number;
            base: number;
            excellentMax: number;
        };
        PartyRatingCancelled: {
            dossier: string;
            person: string;
            decision: number;
            /** @enum {string} */
            ground: "OBJECTION" | "LATE_DISCIPLINE" | "DISCIPLINE_ANNULLED" | "DISHONESTY" | "ERROR";
            violation?: string;
            reason: string;
            paper: components["schemas"]["PartyPaper"];
            objection?: string;
            transcript?: components["schemas"]["PartyTranscript"];
        };
        PartyRatingDecided: {
            dossier: string;
            person: string;
            /** @enum {string} */
            level: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            /** @enum {string} */
            proposed?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            reason?: string;
            facts: components["schemas"]["PartyFacts"];
            evaluation: components["schemas"]["RuleEvaluation"];
            signals?: components["schemas"]["PartySignal"][];
            violationsCounted?: string[];
            quota?: components["schemas"]["PartyQuotaStanding"];
            paper: components["schemas"]["PartyPaper"];
            supersedes?: number;
            transcript?: components["schemas"]["PartyTranscript"];
            late?: components["schemas"]["Breach"];
        };
        PartySelfReviewFiled: {
            dossier: string;
            person: string;
            /** @enum {string} */
            form: "FORM_02A" | "FORM_02B";
            strengths: string;
            limits: string;
            remedied: string;
            explanation?: string;
            responsibility?: string;
            measures: string;
            /** @enum {string} */
            proposed: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            transcript?: components["schemas"]["PartyTranscript"];
        };
        PartySignal: {
            /** @enum {string} */
            code: "RE_RATE" | "WEIGH_RE_RATING" | "STATE_LEVEL_NOT_EXCELLENT";
            year?: number;
        };
        PartyTargets: {
            assigned: number;
            completed: number;
            mainTargetsMissed: boolean;
            forceMajeure: boolean;
        };
        PartyTranscript: {
            paper: components["schemas"]["PartyPaper"];
            /** Format: date-time */
            actedAt: string;
            place: string;
            breaches?: components["schemas"]["Breach"][];
        };
        PartyViewLine: {
            position: number;
            /** Format: date-time */
            at: string;
            actor: string;
            actorName: string;
            view: string;
            purpose: string;
        };
        PartyViewsAnswer: {
            items?: components["schemas"]["PartyViewLine"][];
            next?: number;
        };
        PatternDetail: {
            people?: components["schemas"]["PersonName"][];
            /** @enum {string} */
            level?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            /** @enum {string} */
            before?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            positions?: number[];
            text?: string;
            years?: number[];
            count: number;
            of: number;
            countEverybody: number;
            ofEverybody: number;
            partYear?: ("LEFT" | "CAME" | "MOVED" | "ON_LEAVE")[];
            chancePerMillion?: number;
        };
        Person: {
            person: string;
            fullName?: string;
            /** Format: date */
            birthDate?: string;
            /** @enum {string} */
            sex?: "MALE" | "FEMALE";
            posts?: components["schemas"]["Post"][];
            secondments?: components["schemas"]["SecondmentRecorded"][];
            partyMembership?: components["schemas"]["PartyMembershipRecorded"][];
            corrections: number;
            mergedInto?: string;
            duplicates?: string[];
        };
        PersonActions: {
            person: string;
            revision: number;
            actions?: components["schemas"]["AllowedAction"][];
        };
        PersonAnswer: {
            person: components["schemas"]["Person"];
            posts?: components["schemas"]["PostView"][];
            onDay?: components["schemas"]["PostView"];
            mandates?: components["schemas"]["Mandate"][];
            relations?: components["schemas"]["RelationView"][];
            erased?: components["schemas"]["ErasedPerson"];
        };
        PersonName: {
            person: string;
            name: string;
        };
        PersonRegistered: {
            person: string;
            fullName: string;
            /** Format: date */
            birthDate: string;
            /** @enum {string} */
            sex: "MALE" | "FEMALE";
        };
        PlanActions: {
            plan: string;
            cycle: string;
            owner: components["schemas"]["Owner"];
            name: string;
            revision: number;
            actions?: components["schemas"]["AllowedAction"][];
            toConfirm?: components["schemas"]["RoleToConfirm"][];
            measures?: components["schemas"]["ActionsOnMeasure"][];
        };
        PlanAnswer: {
            /** Format: date */
            day: string;
            line: components["schemas"]["RemediationLine"];
            versions?: components["schemas"]["PlanVersion"][];
            shortcomings?: components["schemas"]["Shortcoming"][];
            answerable?: components["schemas"]["AnswerableView"][];
            measures?: components["schemas"]["MeasureView"][];
        };
        PlanVersion: {
            version: number;
            by: components["schemas"]["Provenance"];
            /** Format: date */
            term: string;
            document: string;
            text?: string;
            shortcomings: number;
            measures: number;
            breaches?: components["schemas"]["Breach"][];
        };
        PointExplained: {
            point: string;
            explanation: string;
        };
        PointView: {
            point: string;
            text: string;
            suggested: components["schemas"]["Provenance"];
            document: components["schemas"]["DocumentName"];
            explanation?: string;
        };
        PositionCriterion: {
            position: string;
            criterion: string;
            exceeded?: string;
        };
        Post: {
            unit: string;
            title: string;
            /** @enum {string} */
            subjectClass: "CADRE" | "CIVIL_SERVANT" | "PUBLIC_EMPLOYEE";
            leader: boolean;
            headOf?: string;
            managedBy: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to?: string;
        };
        PostView: {
            post: components["schemas"]["Post"];
            unit: components["schemas"]["UnitName"];
            managedBy: components["schemas"]["UnitName"];
        };
        Principle: {
            /** @enum {string} */
            principle: "JUDGING" | "POLITICS" | "ETHICS" | "STYLE" | "DISCIPLINE" | "LEADERSHIP" | "RESULTS" | "COMPETENCE" | "COMPETENCE_OVER_UNIT" | "STEPS" | "LEVELS" | "RE_RATING";
            of?: string[];
            positions?: ("AGENCY_HEAD" | "AGENCY_DEPUTY" | "OTHER")[];
            clause: string;
        };
        /** @description RFC 9457 */
        Problem: {
            /** @description /problems/<slug>, never changes meaning */
            type: string;
            title: string;
            titleEn: string;
            status: number;
            detail: string;
            detailEn: string;
            /** @description JSON pointer, or ?name of a parameter */
            field?: string;
            clause?: string;
            instance?: string;
            more?: components["schemas"]["FurtherRefusal"][];
        };
        ProcedureStep: {
            /** @enum {string} */
            step: "SELF_ASSESSMENT" | "MEETING" | "OPINION_REQUEST" | "PARTY_OPINION" | "OPINION" | "APPRAISAL" | "BALLOT" | "PROPOSAL" | "DECISION" | "NOTICE" | "PUBLICATION" | "PETITION" | "PETITION_ANSWER" | "REMEDIATION_PLAN" | "REVIEW_DRAFT" | "REVIEW" | "SELF_RATING" | "STATE_RATING" | "FILE";
            of?: string[];
            positions?: ("AGENCY_HEAD" | "AGENCY_DEPUTY" | "OTHER")[];
            by?: ("RATED_PERSON" | "RATED_COLLECTIVE" | "DIRECT_HEAD" | "UNIT_HEAD" | "LEADERSHIP" | "CONSTITUENT_HEADS" | "STAFF" | "ADVISORY_BODY" | "COMPETENT_AUTHORITY" | "FORMER_AGENCY" | "PARTY_COMMITTEE" | "PARTY_CELL" | "CELL_COMMITTEE" | "TRADE_UNION" | "YOUTH_UNION")[];
            after?: ("SELF_ASSESSMENT" | "MEETING" | "OPINION_REQUEST" | "PARTY_OPINION" | "OPINION" | "APPRAISAL" | "BALLOT" | "PROPOSAL" | "DECISION" | "NOTICE" | "PUBLICATION" | "PETITION" | "PETITION_ANSWER" | "REMEDIATION_PLAN" | "REVIEW_DRAFT" | "REVIEW" | "SELF_RATING" | "STATE_RATING" | "FILE")[];
            clause: string;
            without: components["schemas"]["Words"];
        };
        Progress: {
            from: number;
            to: number;
            matched: number;
            size: number;
            checkpoint: string;
        };
        ProposalMade: {
            dossier: string;
            person: string;
            /** @enum {string} */
            level: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            /** @enum {string} */
            previous?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            /** @enum {string} */
            ruleLevel?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            gaps?: string[];
            reason?: string;
            synthesis?: string;
            meeting?: string;
            paper?: components["schemas"]["Paper"];
            breaches?: components["schemas"]["Breach"][];
        };
        ProtectedObjectionLine: {
            objection: string;
            /** @enum {string} */
            kind: "PETITION" | "COMPLAINT";
            agency: components["schemas"]["UnitName"];
            /** Format: date */
            receivedOn: string;
            /** @enum {string} */
            status: "FILED" | "RECEIVED" | "WITHDRAWN" | "RESOLVED";
            /** Format: date */
            answerBy?: string;
            overdue: boolean;
            /** @enum {string} */
            outcome?: "UPHELD" | "PARTLY_UPHELD" | "REJECTED";
        };
        ProtectedObjectionsAnswer: {
            cycle: string;
            items?: components["schemas"]["ObjectionLine"][];
        };
        ProtectedViewLine: {
            position: number;
            /** Format: date-time */
            at: string;
            actor: string;
            actorName: string;
            purpose: string;
        };
        ProtectedViewsAnswer: {
            items?: components["schemas"]["ProtectedViewLine"][];
            next?: number;
        };
        Provenance: {
            position: number;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            actedAt?: string;
            actor: string;
            actorName?: string;
            capacity: string;
            mandate?: string;
            mandateDocument?: string;
            mandateDocumentNumber?: string;
            enteredBy?: string;
            /** @enum {string} */
            entry: "NATIVE" | "PAPER";
        };
        PublicationValue: {
            by: components["schemas"]["Provenance"];
            /** @enum {string} */
            form: "ELECTRONIC" | "POSTED" | "MEETING";
            /** Format: date */
            on: string;
        };
        QuotaActions: {
            cycle: string;
            agency: string;
            revision: number;
            actions?: components["schemas"]["AllowedAction"][];
        };
        QuotaAnswer: {
            cycle: string;
            agency: components["schemas"]["UnitName"];
            groups?: components["schemas"]["GroupDistribution"][];
            settlements?: components["schemas"]["SettlementView"][];
            readings?: components["schemas"]["ReadingView"][];
            exceptions?: components["schemas"]["ExceptionView"][];
            forecast?: components["schemas"]["SettledGroup"][];
        };
        QuotaExceptionGranted: {
            cycle: string;
            agency: string;
            percent: number;
            approver: string;
            document: string;
            reason: string;
            /** @enum {string} */
            of?: "INDIVIDUALS" | "COLLECTIVES";
        };
        QuotaReading: {
            /** @enum {string} */
            base: "GOOD" | "GOOD_OR_BETTER" | "TOTAL_RATED" | "TOTAL_STAFF";
            percent: number;
            /** @enum {string} */
            rounding: "FLOOR" | "HALF_UP" | "CEIL";
            maxExcellent: number;
            binding: boolean;
        };
        QuotaReadingNamed: {
            cycle: string;
            agency: string;
            /** @enum {string} */
            base: "GOOD" | "GOOD_OR_BETTER" | "TOTAL_RATED" | "TOTAL_STAFF";
            /** @enum {string} */
            rounding: "FLOOR" | "HALF_UP" | "CEIL";
            document: string;
        };
        QuotaSettled: {
            cycle: string;
            agency: string;
            groups?: components["schemas"]["SettledGroup"][];
            selected?: string[];
            lowered?: string[];
            exceptionDocument?: string;
            readingDocument?: string;
            reason?: string;
            paper?: components["schemas"]["Paper"];
            breaches?: components["schemas"]["Breach"][];
        };
        RaterLine: {
            actor: components["schemas"]["PersonName"];
            capacity: string;
            mandate?: string;
            document?: components["schemas"]["DocumentName"];
            /** Format: date */
            from?: string;
            /** Format: date */
            to?: string;
            /** @enum {string} */
            entry: "NATIVE" | "PAPER";
            type: string;
            count: number;
            subjects?: components["schemas"]["PersonName"][];
            /** Format: date-time */
            firstAt: string;
            /** Format: date-time */
            lastAt: string;
        };
        RatersAnswer: {
            unit: components["schemas"]["UnitName"];
            items?: components["schemas"]["RaterLine"][];
        };
        Rating: {
            year: number;
            /** @enum {string} */
            level?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            wording: string;
            cycle?: string;
            dossier?: string;
            unit?: string;
            unitName?: string;
            source?: string;
            document?: string;
            /** Format: date */
            decidedOn?: string;
            position: number;
        };
        RatingDecided: {
            dossier: string;
            person: string;
            /** @enum {string} */
            level?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            /** @enum {string} */
            proposed?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            reason?: string;
            evaluation: components["schemas"]["RuleEvaluation"];
            typedCounts: boolean;
            violationsCounted?: string[];
            meeting?: string;
            document: string;
            supersedes?: number;
            paper?: components["schemas"]["Paper"];
            breaches?: components["schemas"]["Breach"][];
            layers?: components["schemas"]["AppliedLayer"][];
        };
        RatingDifference: {
            dossier?: string;
            person?: components["schemas"]["PersonName"];
            collective?: components["schemas"]["UnitName"];
            /** @enum {string} */
            from?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            /** @enum {string} */
            to?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            reratings: number;
        };
        RatingValue: {
            /** @enum {string} */
            kind: "SELF_ASSESSMENT" | "PROPOSAL" | "DECISION";
            by: components["schemas"]["Provenance"];
            /** @enum {string} */
            level?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            reason?: string;
            document?: components["schemas"]["DocumentName"];
            revision?: number;
            superseded: boolean;
            cancelled?: components["schemas"]["CancelledValue"];
        };
        RatingsAnswer: {
            person: string;
            name?: string;
            ratings?: components["schemas"]["Rating"][];
            erased?: components["schemas"]["ErasedPerson"];
        };
        Reading: {
            reading: string;
            text: components["schemas"]["Words"];
        };
        ReadingView: {
            by: components["schemas"]["Provenance"];
            reading: components["schemas"]["QuotaReadingNamed"];
            document: components["schemas"]["DocumentName"];
        };
        ReceiptValue: {
            by: components["schemas"]["Provenance"];
            /** Format: date */
            on: string;
            /** @enum {string} */
            how: "ACKNOWLEDGED" | "DEEMED";
            minutes?: string;
        };
        RecordData: {
            actor: string;
            actorNumber: string;
            authority: string;
            capacity: string;
            causation?: string;
            commitments?: string[];
            correlation: string;
            /** Format: date-time */
            decidedAt?: string;
            /** Format: date */
            effective?: string;
            enteredBy?: string;
            position: string;
            revision: string;
            schema: string;
            subjectNumbers?: string[];
            subjects?: string[];
        };
        RedeliveryRequest: {
            positions?: number[];
        };
        RefusedAnswer: {
            items?: components["schemas"]["RefusedLine"][];
            next?: number;
        };
        RefusedLine: {
            position: number;
            /** Format: date-time */
            at: string;
            actor: string;
            actorName?: string;
            command?: string;
            act?: string;
            actEn?: string;
            target?: string;
            refusal?: string;
            clause?: string;
            detail?: string;
        };
        RelationView: {
            person: components["schemas"]["PersonName"];
            other: components["schemas"]["PersonName"];
            /** @enum {string} */
            kind: "SPOUSE" | "PARENT" | "CHILD" | "SIBLING" | "SPOUSE_PARENT" | "CHILD_SPOUSE" | "SPOUSE_SIBLING" | "OTHER_INTEREST";
            /** Format: date */
            since?: string;
            /** Format: date */
            endedOn?: string;
            document?: components["schemas"]["DocumentName"];
            declaredBy: components["schemas"]["PersonName"];
        };
        RemediationBoard: {
            cycle: string;
            /** Format: date */
            day: string;
            workingDays: number;
            termRule: string;
            owed: components["schemas"]["OwedCounts"];
            plans: components["schemas"]["RemediationCounts"];
            measures: components["schemas"]["RemediationCounts"];
            total: number;
            items?: components["schemas"]["RemediationLine"][];
        };
        RemediationCounts: {
            total: number;
            done: number;
            inProgress: number;
            notDone: number;
            overdue: number;
            reopened: number;
        };
        RemediationLine: {
            owner: components["schemas"]["Owner"];
            name: string;
            unit: components["schemas"]["UnitName"];
            agency?: components["schemas"]["UnitName"];
            dossier?: string;
            /** Format: date */
            decidedOn?: string;
            /** @enum {string} */
            standing: "PLANNED" | "STATED" | "WITHIN_TERM" | "PAST_TERM";
            /** Format: date */
            term?: string;
            plan?: string;
            /** Format: date */
            plannedOn?: string;
            late: boolean;
            version: number;
            /** @enum {string} */
            status?: "OVERDUE" | "REOPENED" | "NOT_DONE" | "IN_PROGRESS" | "DONE";
            measures?: components["schemas"]["MeasureLine"][];
            followUps?: components["schemas"]["FollowUpView"][];
            revision: number;
        };
        RemedyReport: {
            plan: string;
            measure: string;
            degreePercent: number;
            what: string;
        };
        RemoveDevice: {
            password: string;
            code: string;
        };
        RenderedOpinion: {
            number: number;
            speaker: components["schemas"]["PersonName"];
            text: string;
            /** @enum {string} */
            rendered: "BY_NUMBER" | "IN_WORDS" | "NOT_FOUND";
            wordsFound: number;
        };
        ReportAnswer: {
            cycle: string;
            title: string;
            unit: components["schemas"]["UnitName"];
            draft: boolean;
            to?: components["schemas"]["UnitName"];
            by?: components["schemas"]["Provenance"];
            document?: components["schemas"]["DocumentName"];
            restatement: number;
            /** Format: date-time */
            asOf: string;
            lines?: components["schemas"]["ReportLine"][];
            total: components["schemas"]["SettledCounts"];
            remainder: number;
            remainderReason?: string;
            units?: components["schemas"]["ReportUnit"][];
            missing?: components["schemas"]["ReportMissing"][];
            differences?: components["schemas"]["ReportDifference"][];
            submitted?: components["schemas"]["ReportEntry"][];
        };
        ReportDifference: {
            /** @enum {string} */
            subjectClass: "CADRE" | "CIVIL_SERVANT" | "PUBLIC_EMPLOYEE";
            leader: boolean;
            column: string;
            was: number;
            is: number;
        };
        ReportEntry: {
            restatement: number;
            by: components["schemas"]["Provenance"];
            /** Format: date-time */
            asOf: string;
            total: components["schemas"]["SettledCounts"];
            remainder: number;
        };
        ReportLine: {
            /** @enum {string} */
            subjectClass: "CADRE" | "CIVIL_SERVANT" | "PUBLIC_EMPLOYEE";
            leader: boolean;
            counts: components["schemas"]["SettledCounts"];
            notRated?: components["schemas"]["NotRatedCount"][];
            proposed: number;
            remainder: number;
        };
        ReportMissing: {
            unit: components["schemas"]["UnitName"];
            /** @enum {string} */
            status: "MISSING" | "SUBMITTED" | "RETURNED" | "ACCEPTED";
            late: boolean;
        };
        ReportUnit: {
            unit: components["schemas"]["UnitName"];
            version: number;
        };
        ResultDifference: {
            agency: components["schemas"]["UnitName"];
            from: components["schemas"]["Distribution"];
            to: components["schemas"]["Distribution"];
        };
        RetentionAnswer: {
            items?: components["schemas"]["RetentionRow"][];
        };
        RetentionDefined: {
            retention: string;
            name: string;
            kinds?: ("PERSONNEL" | "RATING" | "WORK" | "REMEDIATION" | "OBJECTION" | "ATTACHMENT")[];
            years?: number;
            document: string;
            clause: string;
        };
        RetentionRow: {
            defined: components["schemas"]["RetentionDefined"];
            by: components["schemas"]["Provenance"];
        };
        ReviewActions: {
            review: string;
            cycle: string;
            owner: components["schemas"]["Owner"];
            name: string;
            unit: string;
            revision: number;
            actions?: components["schemas"]["AllowedAction"][];
            earlierPlans?: string[];
        };
        ReviewAnswer: {
            review: components["schemas"]["ReviewView"];
        };
        ReviewConcluded: {
            review: string;
            cycle: string;
            owner: components["schemas"]["Owner"];
            version: number;
            heldIn: string;
            conference: string;
            conclusion: string;
            explained?: components["schemas"]["PointExplained"][];
            shortcomings?: components["schemas"]["ShortcomingFound"][];
            earlier?: components["schemas"]["EarlierShortcoming"][];
            document: string;
            reason?: string;
            paper?: components["schemas"]["Paper"];
            breaches?: components["schemas"]["Breach"][];
        };
        ReviewDetail: {
            owner: components["schemas"]["Owner"];
            /** Format: date */
            conferenceFrom?: string;
            /** Format: date-time */
            heldAt?: string;
            /** Format: date-time */
            ratedAt?: string;
            points?: string[];
            shortcomings?: string[];
        };
        ReviewDraftSent: {
            review: string;
            cycle: string;
            owner: components["schemas"]["Owner"];
            version: number;
            /** Format: date-time */
            sentAt: string;
            recipients?: string[];
            /** Format: date */
            conferenceFrom: string;
            document: string;
            paper?: components["schemas"]["Paper"];
            breaches?: components["schemas"]["Breach"][];
        };
        ReviewLine: {
            owner: components["schemas"]["Owner"];
            name: string;
            unit?: components["schemas"]["UnitName"];
            /** @enum {string} */
            standing: "MISSING" | "SUGGESTED" | "DRAFT_SENT" | "HELD" | "CONCLUDED";
            late: boolean;
            /** Format: date */
            conferenceFrom?: string;
            /** Format: date-time */
            heldAt?: string;
            /** Format: date-time */
            concludedAt?: string;
            /** Format: date-time */
            ratedAt?: string;
            unanswered?: string[];
            withoutMeasure?: string[];
            revision: number;
        };
        ReviewView: {
            cycle: string;
            line: components["schemas"]["ReviewLine"];
            /** Format: date */
            term: string;
            points?: components["schemas"]["PointView"][];
            drafts?: components["schemas"]["SourcedReviewDraftSent"][];
            conferences?: components["schemas"]["ConferenceView"][];
            conclusions?: components["schemas"]["SourcedReviewConcluded"][];
            selfRatings?: components["schemas"]["SourcedCollectiveSelfRated"][];
            appraisals?: components["schemas"]["SourcedCollectiveAppraised"][];
            concerns?: components["schemas"]["SourcedCollectiveConcernRaised"][];
        };
        Reviewed: {
            owner: components["schemas"]["Owner"];
            /** @enum {string} */
            kind?: "ORGANISATION_UNIT" | "LEADERSHIP_COLLECTIVE";
        };
        ReviewsAnswer: {
            cycle: string;
            /** Format: date */
            term: string;
            items?: components["schemas"]["ReviewLine"][];
            total: number;
            next?: string;
        };
        RoleToConfirm: {
            /** @enum {string} */
            role: "FOLLOWER" | "INSPECTOR" | "URGER";
            assignee: string;
            confirmation: components["schemas"]["AllowedAction"];
        };
        RosterDifference: {
            line: number;
            /** @enum {string} */
            kind: "ADDED" | "CHANGED" | "EXTENDED" | "NORMALISED";
            person: string;
            whatVi: string;
            whatEn: string;
        };
        RosterError: {
            line: number;
            column: string;
            given: string;
            detailVi: string;
            detailEn: string;
            cell?: string;
        };
        RosterReport: {
            rows: number;
            alreadyImported: boolean;
            errors?: components["schemas"]["RosterError"][];
            differences?: components["schemas"]["RosterDifference"][];
        };
        RuleEvaluation: {
            rulebook: string;
            rulebookHash: string;
            /** @enum {string} */
            outcome: "RATED" | "UNDECIDED" | "NOT_RATED" | "BLOCKED";
            /** @enum {string} */
            level?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            gaps?: string[];
            caps?: ("ABSENCE_3_TO_UNDER_6_MONTHS" | "UNIT_LEVEL")[];
            /** @enum {string} */
            reason?: "UNDER_6_MONTHS" | "UNIT_NOT_RATED" | "EXEMPT_FROM_ACTIVITY" | "SUSPENDED_FROM_ACTIVITY" | "ADMITTED_UNDER_6_MONTHS" | "STATE_NOT_RATED";
            allowedLevels?: ("EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED")[];
            trace?: components["schemas"]["RuleTraceEntry"][];
        };
        RuleLayer: {
            criteria?: components["schemas"]["PositionCriterion"][];
            groups?: components["schemas"]["LayerGroup"][];
            sources?: components["schemas"]["OpinionSource"][];
            shares?: components["schemas"]["LayerShare"][];
            quota?: components["schemas"]["LayerQuota"];
            selfAssessment?: components["schemas"]["LayerTerm"];
            partyOpinion: boolean;
            terms?: components["schemas"]["LayerDays"][];
        };
        RuleTraceEntry: {
            /** @enum {string} */
            stage: "ELIGIBILITY" | "NOT_COMPLETED" | "UNIT_RATED" | "BASIS" | "EXCELLENT" | "GOOD" | "COMPLETED" | "ABSENCE" | "UNIT_CAP";
            clause: string;
            citation: string;
            requirement: string;
            compared: string;
            held: boolean;
            note?: string;
        };
        RulebookBound: {
            cycle: string;
            forUnit: string;
            rulebook: string;
            rulebookHash: string;
            document: string;
            reason: string;
        };
        Scope: {
            person?: string;
            unit?: string;
            cycle?: string;
        };
        SecondmentRecorded: {
            person: string;
            host: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to?: string;
            document: string;
            /** @enum {string} */
            rater?: "HOME" | "HOST";
        };
        SelfAssessmentFiled: {
            dossier: string;
            person: string;
            /** @enum {string} */
            form: "FORM_01" | "FORM_02" | "FORM_03";
            sections?: components["schemas"]["FormSection"][];
            general: components["schemas"]["GeneralJudgements"];
            /** @enum {string} */
            effectiveness: "HIGH" | "MET" | "LOW";
            counts: components["schemas"]["WorkCounts"];
            /** @enum {string} */
            proposedLevel: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            paper?: components["schemas"]["Paper"];
            breaches?: components["schemas"]["Breach"][];
            remedied?: components["schemas"]["RemedyReport"][];
        };
        SelfAssessmentReturned: {
            dossier: string;
            person: string;
            reason: string;
            paper?: components["schemas"]["Paper"];
            breaches?: components["schemas"]["Breach"][];
        };
        SelfAssessmentVersion: {
            version: number;
            by: components["schemas"]["Provenance"];
            form?: components["schemas"]["SelfAssessmentFiled"];
            changes?: components["schemas"]["FieldChange"][];
            returned?: components["schemas"]["SourcedSelfAssessmentReturned"];
            beforeMeeting: boolean;
            /** @enum {string} */
            ruleOutcome?: "RATED" | "UNDECIDED" | "NOT_RATED" | "BLOCKED";
            /** @enum {string} */
            ruleLevel?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
        };
        SelfAssessmentsAnswer: {
            dossier: string;
            meeting?: components["schemas"]["DossierMeeting"];
            filedBeforeMeeting: boolean;
            editedAfterMeeting: boolean;
            versions?: components["schemas"]["SelfAssessmentVersion"][];
        };
        SettledCounts: {
            excellent: number;
            good: number;
            completed: number;
            notCompleted: number;
            notRated: number;
            staff: number;
        };
        SettledEffect: {
            by: components["schemas"]["Provenance"];
            what: string;
            document?: string;
        };
        SettledGroup: {
            group?: string;
            counts: components["schemas"]["SettledCounts"];
            readings?: components["schemas"]["QuotaReading"][];
            maxExcellent: number;
        };
        SettlementValue: {
            position: number;
            /** Format: date-time */
            at: string;
            selected: boolean;
            lowered: boolean;
        };
        SettlementView: {
            by: components["schemas"]["Provenance"];
            settled: components["schemas"]["QuotaSettled"];
            stale: boolean;
            withoutException?: components["schemas"]["GroupMaximum"][];
        };
        SharedPartyDecision: {
            paper: components["schemas"]["PartyPaper"];
            reason?: string;
        };
        Shortcoming: {
            shortcoming: string;
            description: string;
            foundIn: components["schemas"]["FoundIn"];
            /** @enum {string} */
            cause: "OBJECTIVE" | "SUBJECTIVE";
            causeText: string;
            measures?: components["schemas"]["Measure"][];
        };
        ShortcomingFound: {
            shortcoming: string;
            description: string;
            /** @enum {string} */
            cause: "OBJECTIVE" | "SUBJECTIVE";
            causeText: string;
            answerable?: string[];
        };
        SignRequest: {
            signature: string;
        };
        SignatureReport: {
            /** @enum {string} */
            standing: "TRUSTED" | "UNTRUSTED" | "UNKNOWN_ISSUER" | "EXPIRED" | "NOT_YET_VALID" | "NOT_FOR_SIGNING" | "WEAK";
            why?: string;
            algorithm: string;
            key: string;
            subject: string;
            issuer: string;
            serial: string;
            /** Format: date-time */
            notBefore: string;
            /** Format: date-time */
            notAfter: string;
            certificate: string;
            authority?: string;
            /** Format: date-time */
            claimedAt?: string;
            /** Format: date-time */
            receivedAt: string;
            revocationChecked: boolean;
            namesSigner: boolean;
        };
        SlipCorrected: {
            person?: components["schemas"]["PersonName"];
            what: string;
            was: string;
            is: string;
            reason: string;
            document: components["schemas"]["DocumentName"];
            by: components["schemas"]["Provenance"];
        };
        SourcedBriefingHeld: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["BriefingHeld"];
        };
        SourcedCollectiveAppraised: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["CollectiveAppraised"];
        };
        SourcedCollectiveConcernRaised: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["CollectiveConcernRaised"];
        };
        SourcedCollectiveSelfRated: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["CollectiveSelfRated"];
        };
        SourcedCommentRecorded: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["CommentRecorded"];
        };
        SourcedConcretisationIssued: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["ConcretisationIssued"];
        };
        SourcedConcretisationProposed: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["ConcretisationProposed"];
        };
        SourcedCriteriaJudged: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["CriteriaJudged"];
        };
        SourcedCycleClosed: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["CycleClosed"];
        };
        SourcedCycleReopened: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["CycleReopened"];
        };
        SourcedCycleSetupCopied: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["CycleSetupCopied"];
        };
        SourcedCycleTermExtended: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["CycleTermExtended"];
        };
        SourcedDecisionCorrected: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["DecisionCorrected"];
        };
        SourcedMinutesAdopted: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["MinutesAdopted"];
        };
        SourcedMinutesReopened: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["MinutesReopened"];
        };
        SourcedObjectionFiled: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["ObjectionFiled"];
        };
        SourcedObjectionReceived: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["ObjectionReceived"];
        };
        SourcedObjectionResolved: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["ObjectionResolved"];
        };
        SourcedObjectionWithdrawn: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["ObjectionWithdrawn"];
        };
        SourcedOpinionRequested: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["OpinionRequested"];
        };
        SourcedOverlayFilled: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["OverlayFilled"];
        };
        SourcedPartyBallotCounted: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["PartyBallotCounted"];
        };
        SourcedPartyCollectiveAppraised: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["PartyCollectiveAppraised"];
        };
        SourcedPartyCollectiveBallotCounted: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["PartyCollectiveBallotCounted"];
        };
        SourcedPartyCollectiveOpened: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["PartyCollectiveOpened"];
        };
        SourcedPartyCollectiveRated: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["PartyCollectiveRated"];
        };
        SourcedPartyCollectiveRatingCancelled: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["PartyCollectiveRatingCancelled"];
        };
        SourcedPartyCollectiveSelfRated: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["PartyCollectiveSelfRated"];
        };
        SourcedPartyDecisionShared: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["PartyDecisionShared"];
        };
        SourcedPartyDossierOpened: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["PartyDossierOpened"];
        };
        SourcedPartyMemberAppraised: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["PartyMemberAppraised"];
        };
        SourcedPartyMemberExempted: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["PartyMemberExempted"];
        };
        SourcedPartyNoticeIssued: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["PartyNoticeIssued"];
        };
        SourcedPartyObjectionFiled: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["PartyObjectionFiled"];
        };
        SourcedPartyObjectionReceived: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["PartyObjectionReceived"];
        };
        SourcedPartyObjectionResolved: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["PartyObjectionResolved"];
        };
        SourcedPartyObjectionWithdrawn: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["PartyObjectionWithdrawn"];
        };
        SourcedPartyOpinionRecorded: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["PartyOpinionRecorded"];
        };
        SourcedPartyProposalMade: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["PartyProposalMade"];
        };
        SourcedPartyRatingCancelled: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["PartyRatingCancelled"];
        };
        SourcedPartyRatingDecided: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["PartyRatingDecided"];
        };
        SourcedPartySelfReviewFiled: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["PartySelfReviewFiled"];
        };
        SourcedProposalMade: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["ProposalMade"];
        };
        SourcedRatingDecided: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["RatingDecided"];
        };
        SourcedReviewConcluded: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["ReviewConcluded"];
        };
        SourcedReviewDraftSent: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["ReviewDraftSent"];
        };
        SourcedRulebookBound: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["RulebookBound"];
        };
        SourcedSelfAssessmentFiled: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["SelfAssessmentFiled"];
        };
        SourcedSelfAssessmentReturned: {
            by: components["schemas"]["Provenance"];
            event: components["schemas"]["SelfAssessmentReturned"];
        };
        StaleDetail: {
            /** Format: date-time */
            settledAt: string;
            dossiers?: string[];
            maxExcellent?: number;
            excellent: number;
        };
        Standing: {
            knownAsOf: number;
            competent: boolean;
            why: string;
            mandate?: components["schemas"]["Mandate"];
            document?: components["schemas"]["Document"];
        };
        SuggestedPoint: {
            point: string;
            text: string;
        };
        SynthesisAnswer: {
            dossier: string;
            person: components["schemas"]["PersonName"];
            meeting?: string;
            minutesVersion?: number;
            minutes?: components["schemas"]["Provenance"];
            proposal?: components["schemas"]["Provenance"];
            synthesis?: string;
            opinions?: components["schemas"]["RenderedOpinion"][];
            notFound: number;
            lost: number;
        };
        TaskItem: {
            task: string;
            title: string;
            product: string;
            quantity: number;
            /** Format: date */
            due: string;
            exceededWhen: string;
        };
        TermRule: {
            /** @enum {string} */
            term: "RATING" | "SPECIAL_RATING" | "NOTICE" | "PETITION_FILING" | "PETITION_ANSWER" | "OPINION_ANSWER" | "REMEDIATION_PLAN" | "REVIEW_DRAFT" | "FILE";
            /** @enum {string} */
            step: "SELF_ASSESSMENT" | "MEETING" | "OPINION_REQUEST" | "PARTY_OPINION" | "OPINION" | "APPRAISAL" | "BALLOT" | "PROPOSAL" | "DECISION" | "NOTICE" | "PUBLICATION" | "PETITION" | "PETITION_ANSWER" | "REMEDIATION_PLAN" | "REVIEW_DRAFT" | "REVIEW" | "SELF_RATING" | "STATE_RATING" | "FILE";
            of?: string[];
            /** @enum {string} */
            from?: "SELF_ASSESSMENT" | "MEETING" | "OPINION_REQUEST" | "PARTY_OPINION" | "OPINION" | "APPRAISAL" | "BALLOT" | "PROPOSAL" | "DECISION" | "NOTICE" | "PUBLICATION" | "PETITION" | "PETITION_ANSWER" | "REMEDIATION_PLAN" | "REVIEW_DRAFT" | "REVIEW" | "SELF_RATING" | "STATE_RATING" | "FILE";
            days?: number;
            /** @enum {string} */
            unit?: "WORKING" | "CALENDAR";
            earliest?: boolean;
            before?: components["schemas"]["YearDay"];
            clause: string;
        };
        Tie: {
            relation: components["schemas"]["RelationView"];
            binds: boolean;
            clause: string;
        };
        TimelineAnswer: {
            dossier: string;
            items?: components["schemas"]["TimelineLine"][];
            next?: number;
            erased?: components["schemas"]["ErasedPerson"];
        };
        TimelineLine: {
            /** @enum {string} */
            touch: "OWN" | "MEETING" | "SETTLEMENT" | "COLLECTIVE" | "OBJECTION" | "MANDATE" | "DOCUMENT";
            act: components["schemas"]["Act"];
            event?: unknown;
        };
        Told: {
            version: number;
            /** Format: date-time */
            sentAt?: string;
            /** Format: date-time */
            openedAt?: string;
            /** Format: date-time */
            acknowledgedAt?: string;
            /** Format: date-time */
            briefedAt?: string;
        };
        ToldLine: {
            dossier: string;
            person: components["schemas"]["PersonName"];
            unit: components["schemas"]["UnitName"];
            told: boolean;
            how: components["schemas"]["Told"];
        };
        TraceAnswer: {
            items?: components["schemas"]["Act"][];
            next?: number;
            erased?: components["schemas"]["ErasedPerson"];
        };
        TransferDifference: {
            person: components["schemas"]["PersonName"];
            from?: components["schemas"]["UnitName"];
            to: components["schemas"]["UnitName"];
            /** Format: date */
            effective: string;
            by: components["schemas"]["Provenance"];
        };
        TwoTexts: {
            vi: string;
            en: string;
        };
        TypedCounts: {
            work?: components["schemas"]["WorkCounts"];
            criteria?: components["schemas"]["CriteriaCounts"];
            signedList: string;
        };
        TypedTargets: {
            assigned: number;
            completed: number;
            signedList: string;
        };
        Unit: {
            unit: string;
            /** @enum {string} */
            kind: "PROVINCE" | "DEPARTMENT" | "DISTRICT" | "COMMUNE" | "WARD" | "TOWNSHIP" | "OFFICE" | "DIVISION" | "SUB_DEPARTMENT" | "CENTRE" | "SCHOOL" | "HOSPITAL";
            versions?: components["schemas"]["UnitVersion"][];
            /** Format: date */
            dissolvedOn?: string;
        };
        UnitAnswer: {
            unit: components["schemas"]["Unit"];
            name: components["schemas"]["UnitName"];
            children?: components["schemas"]["UnitName"][];
            revision: number;
        };
        UnitEstablished: {
            unit: string;
            name: string;
            /** @enum {string} */
            kind: "PROVINCE" | "DEPARTMENT" | "DISTRICT" | "COMMUNE" | "WARD" | "TOWNSHIP" | "OFFICE" | "DIVISION" | "SUB_DEPARTMENT" | "CENTRE" | "SCHOOL" | "HOSPITAL";
            parent?: string;
            /** Format: date */
            from: string;
            document?: string;
        };
        UnitLeftOut: {
            unit: string;
            group: string;
            /** @enum {string} */
            why: "NO_UNIT" | "OTHER_AGENCY" | "OTHER_GROUP";
        };
        UnitName: {
            unit: string;
            name: string;
            parent?: string;
            parentName?: string;
        };
        UnitVersion: {
            /** Format: date */
            from: string;
            name: string;
            parent?: string;
            document?: string;
            position: number;
        };
        UnitsAnswer: {
            items?: components["schemas"]["Unit"][];
            total: number;
            next?: string;
        };
        ValuesAnswer: {
            dossier: string;
            items?: components["schemas"]["RatingValue"][];
            supersededDecisions: number;
        };
        ViewLine: {
            position: number;
            /** Format: date-time */
            at: string;
            actor: string;
            actorName?: string;
            dossier?: string;
            view?: string;
            purpose?: string;
        };
        ViewsAnswer: {
            items?: components["schemas"]["ViewLine"][];
            next?: number;
        };
        WebhookSubscribed: {
            webhook: string;
            receiver: string;
            url: string;
            types?: string[];
            subject?: string;
            unit?: string;
            from?: number;
        };
        WithPassword: {
            person: string;
            password: string;
            code?: string;
        };
        WithSlip: {
            person: string;
            slip: string;
            password: string;
        };
        WithToken: {
            token: string;
        };
        Words: {
            vi: string;
            en: string;
        };
        WorkCounts: {
            assigned: number;
            completed: number;
            onTimeWithQuality: number;
            exceeded: number;
        };
        YearDay: {
            month: number;
            day: number;
            yearsLater: number;
        };
        YearOfConsequence: {
            year: number;
            /** @enum {string} */
            level?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            /** @enum {string} */
            counted: "COUNTS" | "NOT_RATED" | "NOT_KNOWN";
        };
        anonymousActSignatures: {
            position: number;
            act: string;
            actType: string;
            stream: string;
            actor: string;
            actorName?: string;
            leafHash: string;
            record: string;
            authorities: number;
            maySign: boolean;
            signatures?: components["schemas"]["anonymousSignatureShown"][];
            lost: number;
        };
        anonymousBegun: {
            attachment: string;
            pieceBytesMax: number;
            piecesMax: number;
        };
        anonymousClauseText: {
            clause: string;
            citation: string;
            requirement: components["schemas"]["Words"];
            /** @enum {string} */
            kind: "LAW" | "GUIDANCE" | "INTERNAL_RULE";
            /** @enum {string} */
            sourceConfidence: "EXACT" | "FOUND" | "KNOWN" | "READING";
            /** @enum {string} */
            stage?: "ELIGIBILITY" | "NOT_COMPLETED" | "UNIT_RATED" | "BASIS" | "EXCELLENT" | "GOOD" | "COMPLETED" | "ABSENCE" | "UNIT_CAP";
            of?: string[];
        };
        anonymousCollectiveGroupView: {
            group?: string;
            name?: string;
            standing: components["schemas"]["SettledGroup"];
            exceptionDocument?: string;
            clause: string;
            members?: string[];
            excellent?: string[];
            wanted?: string[];
            undecided?: string[];
            above: number;
        };
        anonymousCollectiveQuotaView: {
            cycle: string;
            unit: string;
            groups?: components["schemas"]["anonymousCollectiveGroupView"][];
        };
        anonymousCollectiveView: {
            cycle: string;
            unit: string;
            rated?: components["schemas"]["CollectiveRated"];
            position?: number;
            revision: number;
        };
        anonymousConsequenceLine: {
            dossier: string;
            person: string;
            name: string;
            unit: components["schemas"]["UnitName"];
            consequences?: components["schemas"]["Consequence"][];
        };
        anonymousConsistencyView: {
            from: number;
            to: number;
            proof?: string[];
        };
        anonymousCycleConsequences: {
            cycle: string;
            year: number;
            items?: components["schemas"]["anonymousConsequenceLine"][];
        };
        anonymousCycleNow: {
            cycle: string;
            year: number;
            title: string;
            submission: components["schemas"]["anonymousTerm"];
            selfAssessment?: components["schemas"]["anonymousTerm"];
            dossier?: string;
        };
        anonymousDamageLine: {
            ledger?: string;
            first: number;
            end: number;
            file: string;
            what: string;
        };
        anonymousDeadLetterList: {
            items?: components["schemas"]["anonymousDeadLetterView"][];
        };
        anonymousDeadLetterView: {
            position: number;
            id: string;
            attempts: number;
            /** Format: date-time */
            since: string;
            error: string;
        };
        anonymousDevice: {
            key: string;
            link: string;
        };
        anonymousDossierReader: {
            person: components["schemas"]["PersonName"];
            /** @enum {string} */
            capacity: "SELF" | "IN_OFFICE" | "ACTING" | "IN_CHARGE" | "TM" | "KT" | "TL" | "TUQ" | "CLERK" | "SYSTEM";
            powers?: ("ASSIGN_WORK" | "COMMENT" | "PROPOSE" | "DECIDE" | "PARTY_OPINION" | "MEETING" | "SUBMIT" | "RECEIVE" | "RECORD" | "TRANSCRIBE" | "OPEN_CYCLE" | "GRANT" | "INSPECT" | "ADMINISTER" | "PARTY_ADMINISTER" | "PARTY_PROPOSE" | "PARTY_DECIDE" | "PARTY_READ")[];
            unit: components["schemas"]["UnitName"];
            document: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to?: string;
            needsPurpose: boolean;
        };
        anonymousDossierReaders: {
            dossier: string;
            person: components["schemas"]["PersonName"];
            items?: components["schemas"]["anonymousDossierReader"][];
        };
        anonymousErasureView: {
            erasure: components["schemas"]["ErasureRow"];
            document: components["schemas"]["DocumentName"];
            emptied: boolean;
            certificate?: string;
        };
        anonymousExportView: {
            job: string;
            scope: components["schemas"]["Scope"];
            purpose: string;
            /** @enum {string} */
            state: "WAITING" | "RUNNING" | "DONE" | "FAILED";
            records: number;
            size?: number;
            bytes?: number;
            digest?: string;
            partsWithheld?: number;
            detail?: string;
            package?: string;
        };
        anonymousImportReport: {
            report: components["schemas"]["RosterReport"];
            differencesSeen?: string;
        };
        anonymousLogView: {
            origin: string;
            vkey: string;
            accessOrigin: string;
            accessVkey: string;
            checkpoint: components["schemas"]["CheckpointShown"];
            accessCheckpoint: components["schemas"]["CheckpointShown"];
            quorumRequired: boolean;
            witnessed?: components["schemas"]["CheckpointShown"];
            witnesses?: components["schemas"]["anonymousWitnessShown"][];
        };
        anonymousMandateLine: {
            mandate: string;
            powers?: ("ASSIGN_WORK" | "COMMENT" | "PROPOSE" | "DECIDE" | "PARTY_OPINION" | "MEETING" | "SUBMIT" | "RECEIVE" | "RECORD" | "TRANSCRIBE" | "OPEN_CYCLE" | "GRANT" | "INSPECT" | "ADMINISTER" | "PARTY_ADMINISTER" | "PARTY_PROPOSE" | "PARTY_DECIDE" | "PARTY_READ")[];
            unit: string;
            unitName: string;
            /** @enum {string} */
            reach: "UNIT" | "SUBTREE" | "MANAGED";
            /** @enum {string} */
            capacity: "SELF" | "IN_OFFICE" | "ACTING" | "IN_CHARGE" | "TM" | "KT" | "TL" | "TUQ" | "CLERK" | "SYSTEM";
            /** Format: date */
            from: string;
            /** Format: date */
            to?: string;
            document: string;
        };
        anonymousMe: {
            person: string;
            name?: string;
            posts?: components["schemas"]["anonymousPostLine"][];
            mandates?: components["schemas"]["anonymousMandateLine"][];
            inspects: boolean;
            administers: boolean;
            receives: boolean;
            seesAll: boolean;
            /** Format: date */
            today: string;
            /** Format: date-time */
            tokenExpiresAt: string;
            /** @enum {string} */
            method: "TOKEN" | "PASSWORD" | "OPENID" | "MACHINE";
            acr?: string;
            amr?: string[];
            /** Format: date-time */
            provenAt: string;
            /** Format: date-time */
            signsUntil?: string;
            hasPassword: boolean;
            hasCodeDevice: boolean;
            simulated: boolean;
        };
        anonymousNoticeView: {
            notice: components["schemas"]["NoticeLine"];
            workingDays?: number;
            workingDaysReceived?: number;
            term?: components["schemas"]["NoticeTerm"];
            pastInternalPeriod: boolean;
        };
        anonymousNoticesView: {
            cycle: string;
            noticeWorkingDays: number;
            items?: components["schemas"]["anonymousNoticeView"][];
            total: number;
        };
        anonymousOwedView: {
            cycle: string;
            agency: string;
            items?: components["schemas"]["OwedCorrection"][];
        };
        anonymousPartyCollectiveLine: {
            organisation: string;
            name: string;
            /** @enum {string} */
            organisationKind: "CELL" | "COMMITTEE";
            /** @enum {string} */
            kind: "ORGANISATION_UNIT" | "LEADERSHIP_COLLECTIVE";
            unit: string;
            head?: string;
            /** @enum {string} */
            selfRated?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            /** @enum {string} */
            proposed?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            /** Format: date */
            ballotOn?: string;
            /** @enum {string} */
            level?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            decision?: number;
        };
        anonymousPartyCollectiveShare: {
            /** @enum {string} */
            organisationKind: "CELL" | "COMMITTEE";
            standing: components["schemas"]["PartyQuotaStanding"];
            clause: string;
            excellent?: string[];
            wanted?: string[];
        };
        anonymousPartyCollectivesView: {
            cycle: string;
            committeeUnit: string;
            items?: components["schemas"]["anonymousPartyCollectiveLine"][];
            shares?: components["schemas"]["anonymousPartyCollectiveShare"][];
            revision: number;
        };
        anonymousPersonConsequences: {
            person: string;
            name?: string;
            year: number;
            /** @enum {string} */
            subjectClass: "CADRE" | "CIVIL_SERVANT" | "PUBLIC_EMPLOYEE";
            leader: boolean;
            ratings?: components["schemas"]["Rating"][];
            consequences?: components["schemas"]["Consequence"][];
        };
        anonymousPieceKept: {
            attachment: string;
            piece: number;
            digest: string;
        };
        anonymousPostLine: {
            title: string;
            unit: string;
            unitName: string;
            parent?: string;
            parentName?: string;
            managedBy: string;
            headOf?: string;
            leader: boolean;
        };
        anonymousProjectionLine: {
            name: string;
            version: number;
            applied: number;
            error?: string;
            stoppedAt?: number;
            paused?: string;
        };
        anonymousProjectionsView: {
            main?: components["schemas"]["anonymousProjectionLine"][];
            access?: components["schemas"]["anonymousProjectionLine"][];
            rebuilding: boolean;
            rebuiltMain?: components["schemas"]["anonymousRebuiltLine"];
            rebuiltAccess?: components["schemas"]["anonymousRebuiltLine"];
            rebuildError?: string;
        };
        anonymousProofView: {
            position: number;
            leafHash: string;
            size: number;
            root: string;
            proof?: string[];
            checkpoint: string;
        };
        anonymousProtectedReader: {
            person: components["schemas"]["PersonName"];
            /** @enum {string} */
            role: "PETITIONER" | "MAY_RECEIVE" | "HANDLED";
        };
        anonymousProtectedReaders: {
            items?: components["schemas"]["anonymousProtectedReader"][];
        };
        anonymousReadiness: {
            status: string;
            readOnly?: components["schemas"]["anonymousWriteStop"];
            checkpointsPaused?: components["schemas"]["anonymousSigningPause"];
            size: number;
            applied: number;
            stopped?: string[];
            readModelsPaused?: string;
            simulated: boolean;
            damage?: components["schemas"]["anonymousDamageLine"][];
            /** Format: date-time */
            checkpointTakenAt: string;
            checkpointOverdue: boolean;
        };
        anonymousRebuiltLine: {
            events: number;
            differing?: string[];
        };
        anonymousRecordView: {
            origin: string;
            position: number;
            stream: string;
            revision: number;
            id: string;
            type: string;
            schema: number;
            actor: string;
            capacity: string;
            enteredBy?: string;
            authority: string;
            subjects?: string[];
            subjectNumbers?: number[];
            actorNumber: number;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date */
            effective?: string;
            /** Format: date-time */
            decidedAt?: string;
            correlation: string;
            causation?: string;
            commitments?: string[];
            leafHash: string;
            cbor: string;
        };
        anonymousRedeliveryBegun: {
            count: number;
        };
        anonymousReratingsView: {
            committeeUnit: string;
            items?: components["schemas"]["DueRerating"][];
        };
        anonymousRulebookProcedure: {
            rulebook: string;
            title: components["schemas"]["Words"];
            /** Format: date */
            inForce: string;
            /** @enum {string} */
            track: "STATE" | "PARTY";
            hash: string;
            columns?: components["schemas"]["Column"][];
            principles?: components["schemas"]["Principle"][];
            procedure?: components["schemas"]["ProcedureStep"][];
            opinions?: components["schemas"]["Opinion"][];
            compositions?: components["schemas"]["Composition"][];
            forms?: components["schemas"]["Form"][];
            terms?: components["schemas"]["TermRule"][];
            readings?: components["schemas"]["Reading"][];
            clauses?: components["schemas"]["anonymousClauseText"][];
        };
        anonymousRulebookView: {
            rulebook: string;
            title: string;
            /** Format: date */
            inForce: string;
            hash: string;
            text: string;
        };
        anonymousRulebooksView: {
            items?: components["schemas"]["anonymousRulebookView"][];
        };
        anonymousSession: {
            simulated: boolean;
            /** Format: date */
            today: string;
            me?: components["schemas"]["anonymousMe"];
            cycle?: components["schemas"]["anonymousCycleNow"];
        };
        anonymousSessionLine: {
            session: string;
            /** Format: date-time */
            beganAt: string;
            /** Format: date-time */
            lastUsed: string;
            /** @enum {string} */
            method: "TOKEN" | "PASSWORD" | "OPENID" | "MACHINE";
            thisOne: boolean;
        };
        anonymousSessionLines: {
            items?: components["schemas"]["anonymousSessionLine"][];
        };
        anonymousSignatureShown: {
            position: number;
            /** Format: date-time */
            recordedAt: string;
            report: components["schemas"]["SignatureReport"];
            signature: string;
        };
        anonymousSigningPause: {
            why: string;
            /** Format: date-time */
            since: string;
        };
        anonymousSlip: {
            person: string;
            slip?: string;
            secondNeeded: boolean;
        };
        anonymousSlot: {
            slot: string;
            filled?: components["schemas"]["SourcedOverlayFilled"];
        };
        anonymousSlotsView: {
            cycle: string;
            items?: components["schemas"]["anonymousSlot"][];
        };
        anonymousStanding: {
            /** @enum {string} */
            outcome: "RATED" | "UNDECIDED" | "NOT_RATED" | "BLOCKED";
            /** @enum {string} */
            level?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
        };
        anonymousTaskView: {
            item: components["schemas"]["TaskItem"];
            changes: number;
            delivery?: components["schemas"]["Delivery"];
            acceptance?: components["schemas"]["Acceptance"];
        };
        anonymousTerm: {
            /** Format: date */
            lastDay: string;
            workingDaysLeft?: number;
            passed: boolean;
        };
        anonymousVersion: {
            program: string;
            version: string;
        };
        anonymousWays: {
            password: boolean;
            token: boolean;
            openid?: string;
        };
        anonymousWebhookAccepted: {
            position: number;
            lastPosition: number;
            count: number;
            stream: string;
            revision: number;
            /** Format: date-time */
            recordedAt: string;
            replayed: boolean;
            simulated: boolean;
            links: components["schemas"]["Links"];
            receipts?: string[];
            secret?: string;
        };
        anonymousWebhookList: {
            items?: components["schemas"]["anonymousWebhookView"][];
        };
        anonymousWebhookView: {
            webhook: string;
            receiver: string;
            url: string;
            types?: string[];
            subject?: string;
            unit?: string;
            /** @enum {string} */
            state: "ACTIVE" | "ENDED";
            /** @enum {string} */
            whyEnded?: "REQUESTED" | "GONE";
            reason?: string;
            destinationAllowed: boolean;
            cursor: number;
            lag: number;
            lastDelivered?: number;
            /** Format: date-time */
            lastDeliveredAt?: string;
            pending?: number;
            attempts: number;
            lastError?: string;
            deadLetters: number;
        };
        anonymousWhatIfAnswer: {
            rulebook: string;
            rulebookHash: string;
            /** @enum {string} */
            outcome: "RATED" | "UNDECIDED" | "NOT_RATED" | "BLOCKED";
            /** @enum {string} */
            level?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
            gaps?: string[];
            caps?: ("ABSENCE_3_TO_UNDER_6_MONTHS" | "UNIT_LEVEL")[];
            /** @enum {string} */
            reason?: "UNDER_6_MONTHS" | "UNIT_NOT_RATED" | "EXEMPT_FROM_ACTIVITY" | "SUSPENDED_FROM_ACTIVITY" | "ADMITTED_UNDER_6_MONTHS" | "STATE_NOT_RATED";
            allowedLevels?: ("EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED")[];
            unchanged?: components["schemas"]["anonymousStanding"];
            layers?: components["schemas"]["AppliedLayer"][];
            facts: unknown;
            trace?: components["schemas"]["ArguedClause"][];
            conclusion: components["schemas"]["TwoTexts"];
        };
        anonymousWitnessShown: {
            name: string;
            size: number;
            inTrouble: boolean;
        };
        anonymousWorkView: {
            owner: components["schemas"]["Owner"];
            year: number;
            counts: components["schemas"]["WorkCounts"];
            criteria: components["schemas"]["CriteriaCounts"];
            tasks?: components["schemas"]["anonymousTaskView"][];
            revision: number;
        };
        anonymousWriteStop: {
            why: string;
            /** Format: date-time */
            since: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    condition: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousReadiness"];
                };
            };
        };
    };
    openapi: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    rulebooks: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousRulebooksView"];
                };
            };
        };
    };
    rulebook: {
        parameters: {
            path: {
                rulebook: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousRulebookProcedure"];
                };
            };
        };
    };
    "evaluate-rules": {
        parameters: {
            query?: {
                trace?: boolean;
            };
        };
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
                "application/x-ndjson": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
        };
    };
    "evaluate-quota": {
        parameters: {
            query?: {
                trace?: boolean;
            };
        };
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
                "application/x-ndjson": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
        };
    };
    "evaluate-deadline": {
        parameters: {
            query?: {
                trace?: boolean;
            };
        };
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
                "application/x-ndjson": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
        };
    };
    "evaluate-procedure": {
        parameters: {
            query?: {
                trace?: boolean;
            };
        };
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
                "application/x-ndjson": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
        };
    };
    "what-if": {
        parameters: {
            query?: {
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    facts?: Record<string, unknown>;
                    dossier?: string;
                    changes?: Record<string, unknown>;
                    rulebook?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousWhatIfAnswer"];
                };
            };
        };
    };
    log: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousLogView"];
                };
            };
        };
    };
    "log-keys": {
        parameters: {
        };
        responses: never;
    };
    "log-proof": {
        parameters: {
            query?: {
                ledger?: "main" | "access";
            };
            path: {
                position: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousProofView"];
                };
            };
        };
    };
    "log-receipt": {
        parameters: {
            query?: {
                ledger?: "main" | "access";
            };
            path: {
                position: string;
            };
        };
        responses: never;
    };
    "log-consistency": {
        parameters: {
            query: {
                from: number;
                to?: number;
                ledger?: "main" | "access";
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousConsistencyView"];
                };
            };
        };
    };
    "log-entry": {
        parameters: {
            query?: {
                ledger?: "main" | "access";
            };
            path: {
                position: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousRecordView"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "log-seals": {
        parameters: {
            query?: {
                ledger?: "main" | "access";
            };
        };
        responses: never;
    };
    "log-completeness": {
        parameters: {
            query?: {
                stream?: string;
                subject?: string;
                actor?: string;
                ledger?: "main" | "access";
            };
        };
        responses: never;
    };
    "register-document": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentRegistered"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "correct-document": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                document: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    document?: string;
                    number?: string;
                    /** Format: date */
                    date?: string;
                    /** Format: date */
                    effectiveFrom?: string;
                    /** Format: date */
                    effectiveTo?: string;
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "note-classified-document": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClassifiedDocumentNoted"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "classified-document": {
        parameters: {
            query?: {
                min_position?: number;
            };
            path: {
                document: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ClassifiedDocumentNoted"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    document: {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                document: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DocumentAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    units: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                known_as_of?: string;
                min_position?: number;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UnitsAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "establish-unit": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitEstablished"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "change-unit": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                unit: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    unit?: string;
                    name?: string;
                    parent?: string;
                    /** Format: date */
                    from: string;
                    document: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "dissolve-unit": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                unit: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    unit?: string;
                    /** Format: date */
                    on: string;
                    document: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    unit: {
        parameters: {
            query?: {
                day?: string;
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                unit: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UnitAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "register-person": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonRegistered"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "correct-person": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                person: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    person?: string;
                    fullName?: string;
                    /** Format: date */
                    birthDate?: string;
                    /** @enum {string} */
                    sex?: "MALE" | "FEMALE";
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "merge-persons": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                person: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    person?: string;
                    into: string;
                    reason: string;
                    document: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "separate-persons": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                person: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    person?: string;
                    from: string;
                    reason: string;
                    document: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "assign-post": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                person: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    person?: string;
                    post: components["schemas"]["Post"];
                    document?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "end-post": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                person: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    person?: string;
                    unit: string;
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                    document?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "record-secondment": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                person: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    person?: string;
                    host: string;
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to?: string;
                    document: string;
                    /** @enum {string} */
                    rater?: "HOME" | "HOST";
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "end-secondment": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                person: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    person?: string;
                    host: string;
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                    document: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "record-party-membership": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                person: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    person?: string;
                    member: boolean;
                    /** Format: date */
                    from: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "record-service": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                person: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    person?: string;
                    year: number;
                    monthsWorked: number;
                    absenceMonths: number;
                    maternityMonths: number;
                    source: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "record-discipline": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                person: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    person?: string;
                    violation: string;
                    actYear: number;
                    /** @enum {string} */
                    kind: "PARTY" | "ADMINISTRATIVE";
                    /** @enum {string} */
                    form: "REPRIMAND" | "WARNING" | "REMOVAL_FROM_POST" | "DISMISSAL" | "EXPULSION";
                    /** Format: date */
                    effective: string;
                    document: string;
                    inPerformanceOfDuty?: boolean;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "conclude-finding": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                person: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    person?: string;
                    year: number;
                    /** @enum {string} */
                    finding: "DEGRADATION" | "UNIT_CORRUPTION_HANDLED";
                    document: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "import-earlier-rating": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                person: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    person?: string;
                    year: number;
                    /** @enum {string} */
                    level?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
                    wording: string;
                    unitName: string;
                    unit?: string;
                    violationsCounted?: string[];
                    source: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "declare-relation": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                person: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    person?: string;
                    other: string;
                    /** @enum {string} */
                    kind: "SPOUSE" | "PARENT" | "CHILD" | "SIBLING" | "SPOUSE_PARENT" | "CHILD_SPOUSE" | "SPOUSE_SIBLING" | "OTHER_INTEREST";
                    /** Format: date */
                    since?: string;
                    document?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "end-relation": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                person: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    person?: string;
                    other: string;
                    /** Format: date */
                    on: string;
                    reason: string;
                    document?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    person: {
        parameters: {
            query?: {
                day?: string;
                known_as_of?: string;
                min_position?: number;
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                person: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PersonAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    ratings: {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                person: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RatingsAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "grant-mandate": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MandateGranted"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "correct-mandate": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                mandate: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    mandate?: string;
                    person?: string;
                    /** Format: date */
                    from?: string;
                    /** Format: date */
                    to?: string;
                    document?: string;
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "revoke-mandate": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                mandate: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    mandate?: string;
                    person?: string;
                    /** Format: date */
                    on: string;
                    document: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    mandate: {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                mandate: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MandateAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "import-roster": {
        parameters: {
            query?: {
                dry_run?: boolean;
                file_name?: string;
                differences_seen?: string;
            };
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                "application/octet-stream": unknown;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"] | {
                        data: components["schemas"]["anonymousImportReport"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"] | {
                        data: components["schemas"]["anonymousImportReport"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    cycles: {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CyclesAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "open-cycle": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenCycle"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "define-comparable-group": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    group: string;
                    agency: string;
                    name: string;
                    members?: string[];
                    document: string;
                    units?: string[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "name-quota-reading": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    agency: string;
                    /** @enum {string} */
                    base: "GOOD" | "GOOD_OR_BETTER" | "TOTAL_RATED" | "TOTAL_STAFF";
                    /** @enum {string} */
                    rounding: "FLOOR" | "HALF_UP" | "CEIL";
                    document: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "grant-quota-exception": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    agency: string;
                    percent: number;
                    approver: string;
                    document: string;
                    reason: string;
                    /** @enum {string} */
                    of?: "INDIVIDUALS" | "COLLECTIVES";
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "open-dossiers": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    agency: string;
                    persons?: string[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "extend-term": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    /** @enum {string} */
                    term: "SELF_ASSESSMENT" | "SUBMISSION";
                    forUnit?: string;
                    until: components["schemas"]["Deadline"];
                    document: string;
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "close-cycle": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    document: string;
                    leaveUnfinished: boolean;
                    reason?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "reopen-cycle": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    document: string;
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "copy-setup": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    from: string;
                    document: string;
                    agencies?: string[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "bind-rulebook": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    forUnit: string;
                    rulebook: string;
                    document: string;
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    cycle: {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                cycle: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CycleAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    distribution: {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                cycle: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DistributionAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "assign-tasks": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                year: string;
                person: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    owner?: components["schemas"]["Owner"];
                    year?: number;
                    tasks?: components["schemas"]["TaskItem"][];
                    document?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "change-task": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                year: string;
                person: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    owner?: components["schemas"]["Owner"];
                    year?: number;
                    task: components["schemas"]["TaskItem"];
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "deliver-tasks": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                year: string;
                person: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    owner?: components["schemas"]["Owner"];
                    year?: number;
                    deliveries?: components["schemas"]["Delivery"][];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "accept-tasks": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                year: string;
                person: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    owner?: components["schemas"]["Owner"];
                    year?: number;
                    acceptances?: components["schemas"]["Acceptance"][];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "assign-tasks-of-unit": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                year: string;
                unit: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    owner?: components["schemas"]["Owner"];
                    year?: number;
                    tasks?: components["schemas"]["TaskItem"][];
                    document?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "change-task-of-unit": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                year: string;
                unit: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    owner?: components["schemas"]["Owner"];
                    year?: number;
                    task: components["schemas"]["TaskItem"];
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "deliver-tasks-of-unit": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                year: string;
                unit: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    owner?: components["schemas"]["Owner"];
                    year?: number;
                    deliveries?: components["schemas"]["Delivery"][];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "accept-tasks-of-unit": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                year: string;
                unit: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    owner?: components["schemas"]["Owner"];
                    year?: number;
                    acceptances?: components["schemas"]["Acceptance"][];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "work-of-person": {
        parameters: {
            query?: {
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                year: string;
                person: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousWorkView"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "work-of-unit": {
        parameters: {
            path: {
                year: string;
                unit: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousWorkView"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    dossiers: {
        parameters: {
            query: {
                cycle: string;
                unit?: string;
                agency?: string;
                person?: string;
                level?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED" | "NOT_RATED" | "PENDING";
                proposed?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
                expected?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
                group?: string;
                decided_above?: boolean;
                status?: "DRAFT" | "SELF_FILED" | "RETURNED" | "MINUTES_PENDING" | "MINUTES_ADOPTED" | "PROPOSED" | "DECIDED" | "NOTIFIED" | "ACKNOWLEDGED" | "CLOSED";
                class?: "CADRE" | "CIVIL_SERVANT" | "PUBLIC_EMPLOYEE";
                leader?: boolean;
                search?: string;
                limit?: number;
                cursor?: string;
                known_as_of?: string;
                min_position?: number;
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DossiersAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    dossier: {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                dossier: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DossierAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    timeline: {
        parameters: {
            query?: {
                types?: string;
                events?: boolean;
                limit?: number;
                cursor?: string;
                known_as_of?: string;
                min_position?: number;
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                dossier: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TimelineAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    diff: {
        parameters: {
            query?: {
                from?: "OPENED" | "SELF_FILED" | "MEETING" | "MINUTES" | "PROPOSAL" | "DECISION" | "NOTICE" | "RECEIPT" | "NOW";
                to?: "OPENED" | "SELF_FILED" | "MEETING" | "MINUTES" | "PROPOSAL" | "DECISION" | "NOTICE" | "RECEIPT" | "NOW";
                known_as_of?: string;
                min_position?: number;
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                dossier: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DiffAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "self-assessments": {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                dossier: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SelfAssessmentsAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    values: {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                dossier: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ValuesAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    synthesis: {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                dossier: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SynthesisAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "ground-sheet": {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                dossier: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["GroundSheet"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "allowed-actions": {
        parameters: {
            query?: {
                min_position?: number;
            };
            path: {
                dossier: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AllowedActions"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    views: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            path: {
                dossier: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ViewsAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "dossier-readers": {
        parameters: {
            query?: {
                min_position?: number;
            };
            path: {
                dossier: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousDossierReaders"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "move-dossier": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    document: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "close-dossier": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    /** @enum {string} */
                    cause: "LEFT_SERVICE" | "DIED" | "SUSPENDED" | "OPENED_IN_ERROR" | "DUPLICATE";
                    reason: string;
                    document: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "reopen-dossier": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    reason: string;
                    document: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "file-self-assessment": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    sections?: components["schemas"]["FormSection"][];
                    general: components["schemas"]["GeneralJudgements"];
                    /** @enum {string} */
                    effectiveness: "HIGH" | "MET" | "LOW";
                    counts?: components["schemas"]["WorkCounts"];
                    /** @enum {string} */
                    proposedLevel: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
                    onPaper?: components["schemas"]["OnPaper"];
                    remedied?: components["schemas"]["RemedyReport"][];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "return-self-assessment": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    reason: string;
                    onPaper?: components["schemas"]["OnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "judge-criteria": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    /** @enum {string} */
                    judge: "DIRECT_HEAD" | "ADVISORY_BODY" | "AUTHORITY";
                    general: components["schemas"]["GeneralJudgements"];
                    /** @enum {string} */
                    effectiveness: "HIGH" | "MET" | "LOW";
                    typed?: components["schemas"]["TypedCounts"];
                    onPaper?: components["schemas"]["OnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "record-comment": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    /** @enum {string} */
                    side: "DIRECT_HEAD" | "SUPERIOR" | "PEER" | "SUBORDINATE" | "FORMER_AGENCY" | "ORGANISATION" | "HOST_AGENCY";
                    text: string;
                    onPaper?: components["schemas"]["OnPaper"];
                    host?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "request-opinion": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    /** @enum {string} */
                    side: "DIRECT_HEAD" | "SUPERIOR" | "PEER" | "SUBORDINATE" | "FORMER_AGENCY" | "ORGANISATION" | "HOST_AGENCY";
                    asked: string;
                    /** Format: date */
                    due?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "record-party-opinion": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    committee: string;
                    /** Format: date */
                    dated: string;
                    opinion: string;
                    meeting?: string;
                    document?: string;
                    onPaper?: components["schemas"]["OnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "propose-level": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    /** @enum {string} */
                    level: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
                    meeting?: string;
                    reason?: string;
                    synthesis?: string;
                    onPaper?: components["schemas"]["OnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "decide-rating": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    /** @enum {string} */
                    level?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
                    reason?: string;
                    meeting?: string;
                    document: string;
                    onPaper?: components["schemas"]["OnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "correct-decision": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    what: string;
                    was: string;
                    is: string;
                    reason: string;
                    document: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "issue-notice": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    document: string;
                    /** Format: date */
                    dated: string;
                    onPaper?: components["schemas"]["OnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "acknowledge-notice": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    onPaper?: components["schemas"]["OnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "deem-notice-received": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    /** Format: date */
                    on: string;
                    minutes: string;
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "publish-result": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    /** @enum {string} */
                    form: "ELECTRONIC" | "POSTED" | "MEETING";
                    onPaper?: components["schemas"]["OnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "decide-ratings": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideRatings"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    notices: {
        parameters: {
            query: {
                cycle: string;
                unit?: string;
                agency?: string;
                person?: string;
                limit?: number;
                cursor?: string;
                known_as_of?: string;
                min_position?: number;
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousNoticesView"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "issue-notices": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueNotices"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "hold-meeting": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldMeeting"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "adopt-minutes": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                meeting: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    meeting?: string;
                    /** Format: date-time */
                    adoptedAt: string;
                    opinions?: components["schemas"]["MinutesOpinion"][];
                    onPaper?: components["schemas"]["OnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "reopen-minutes": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                meeting: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    meeting?: string;
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    meeting: {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                meeting: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MeetingAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    meetings: {
        parameters: {
            query?: {
                unit?: string;
                limit?: number;
                cursor?: string;
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                cycle: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MeetingsAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "rate-collective": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                unit: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    unit?: string;
                    /** @enum {string} */
                    level?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
                    reason: string;
                    document: string;
                    onPaper?: components["schemas"]["OnPaper"];
                    departure?: string;
                    inspection?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "self-rate-collective": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                unit: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    unit?: string;
                    /** @enum {string} */
                    kind: "ORGANISATION_UNIT" | "LEADERSHIP_COLLECTIVE";
                    /** @enum {string} */
                    level: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
                    ground: string;
                    document: string;
                    onPaper?: components["schemas"]["OnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "appraise-collective": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                unit: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    unit?: string;
                    /** @enum {string} */
                    kind: "ORGANISATION_UNIT" | "LEADERSHIP_COLLECTIVE";
                    criteria?: components["schemas"]["GradedCriterion"][];
                    targets?: components["schemas"]["TypedTargets"];
                    mainTargetsMissed: boolean;
                    forceMajeure: boolean;
                    disciplines?: components["schemas"]["CollectiveDiscipline"][];
                    disunity?: string;
                    degradation?: string;
                    opinions?: components["schemas"]["AskedOpinion"][];
                    /** @enum {string} */
                    proposed: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
                    synthesis: string;
                    reason?: string;
                    inspection?: string;
                    document: string;
                    onPaper?: components["schemas"]["OnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "raise-concern": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                unit: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    unit?: string;
                    concern: string;
                    /** @enum {string} */
                    kind: "COMPLAINT" | "VIOLATION" | "DISUNITY";
                    text: string;
                    document: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    collective: {
        parameters: {
            path: {
                cycle: string;
                unit: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousCollectiveView"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "collective-quota": {
        parameters: {
            query?: {
                min_position?: number;
            };
            path: {
                cycle: string;
                unit: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousCollectiveQuotaView"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    consequences: {
        parameters: {
            query?: {
                year?: number;
                known_as_of?: string;
                min_position?: number;
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                person: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousPersonConsequences"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "consequences-of-cycle": {
        parameters: {
            query?: {
                unit?: string;
                limit?: number;
                cursor?: string;
                known_as_of?: string;
                min_position?: number;
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                cycle: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousCycleConsequences"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "propose-concretisation": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                agency: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    agency?: string;
                    layer: components["schemas"]["RuleLayer"];
                    partyCommittee: string;
                    /** Format: date */
                    agreedOn: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "issue-concretisation": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                agency: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    agency?: string;
                    version: number;
                    document: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "send-concretisation": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                agency: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    agency?: string;
                    how: string;
                    recipients?: string[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "hold-briefing": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                agency: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    agency?: string;
                    /** Format: date-time */
                    heldAt: string;
                    speaker: string;
                    attendees?: string[];
                    minutes?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "open-concretisation": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                agency: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    agency?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "acknowledge-concretisation": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                agency: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    agency?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    overlays: {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                cycle: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousSlotsView"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "fill-overlay": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    slot: string;
                    layer: components["schemas"]["RuleLayer"];
                    document: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    concretisation: {
        parameters: {
            query: {
                cycle: string;
                never_told?: boolean;
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                unit: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ConcretisationAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "overdue-self-assessments": {
        parameters: {
            query?: {
                unit?: string;
                limit?: number;
                cursor?: string;
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                cycle: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["OverdueAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    quota: {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                cycle: string;
                agency: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["QuotaAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "settle-quota": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                agency: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    agency?: string;
                    selected?: string[];
                    reason?: string;
                    paperDocument?: string;
                    signer?: string;
                    /** Format: date-time */
                    actedAt?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "part-year-share": {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                cycle: string;
                agency: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PartYearAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "submit-file": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                unit: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    unit?: string;
                    leaveOutPending: boolean;
                    document?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "return-file": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                unit: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    unit?: string;
                    reason: string;
                    phone?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "accept-file": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                unit: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    unit?: string;
                    remark?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    files: {
        parameters: {
            query?: {
                district?: string;
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                cycle: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["FilesAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    file: {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                cycle: string;
                unit: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["FileAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "unit-activity": {
        parameters: {
            query?: {
                cycle?: string;
                types?: string;
                from?: string;
                to?: string;
                limit?: number;
                cursor?: string;
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                unit: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TraceAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    raters: {
        parameters: {
            query?: {
                cycle?: string;
                types?: string;
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                unit: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RatersAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "actor-activity": {
        parameters: {
            query?: {
                cycle?: string;
                types?: string;
                from?: string;
                to?: string;
                limit?: number;
                cursor?: string;
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                actor: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TraceAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "person-activity": {
        parameters: {
            query?: {
                cycle?: string;
                types?: string;
                from?: string;
                to?: string;
                limit?: number;
                cursor?: string;
                known_as_of?: string;
                min_position?: number;
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                person: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TraceAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    competence: {
        parameters: {
            query?: {
                act?: string;
                actor?: string;
                power?: "ASSIGN_WORK" | "COMMENT" | "PROPOSE" | "DECIDE" | "PARTY_OPINION" | "MEETING" | "SUBMIT" | "RECEIVE" | "RECORD" | "TRANSCRIBE" | "OPEN_CYCLE" | "GRANT" | "INSPECT" | "ADMINISTER" | "PARTY_ADMINISTER" | "PARTY_PROPOSE" | "PARTY_DECIDE" | "PARTY_READ";
                subject?: string;
                unit?: string;
                at?: string;
                known_as_of?: string;
                min_position?: number;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CompetenceAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    findings: {
        parameters: {
            query: {
                cycle: string;
                type?: string;
                agency?: string;
                scope?: "HEAD" | "LEADERS";
                limit?: number;
                cursor?: string;
                known_as_of?: string;
                min_position?: number;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["FindingsAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "access-attempts": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AttemptsAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "access-log": {
        parameters: {
            query?: {
                subject?: string;
                actor?: string;
                purpose?: string;
                limit?: number;
                cursor?: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["LooksAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    refusals: {
        parameters: {
            query?: {
                target?: string;
                limit?: number;
                cursor?: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RefusedAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    export: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousExportView"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "export-job": {
        parameters: {
            path: {
                job: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousExportView"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "export-package": {
        parameters: {
            path: {
                job: string;
            };
        };
        responses: never;
    };
    "begin-attachment": {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousBegun"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousBegun"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "put-attachment-piece": {
        parameters: {
            path: {
                attachment: string;
                piece: string;
            };
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousPieceKept"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    attachment: {
        parameters: {
            query?: {
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                attachment: string;
            };
        };
        responses: never;
    };
    "store-attachment": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                attachment: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    projections: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousProjectionsView"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "rebuild-projections": {
        parameters: {
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousProjectionsView"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    report: {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                cycle: string;
                unit: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReportAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "submit-report": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                unit: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    unit?: string;
                    remainderReason?: string;
                    document: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "report-numbered": {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                cycle: string;
                unit: string;
                restatement: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReportAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "report-xlsx": {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                cycle: string;
                unit: string;
                restatement: string;
            };
        };
        responses: never;
    };
    "report-csv": {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                cycle: string;
                unit: string;
                restatement: string;
            };
        };
        responses: never;
    };
    "report-draft": {
        parameters: {
            query: {
                unit: string;
            };
            path: {
                cycle: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReportAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "report-draft-xlsx": {
        parameters: {
            query: {
                unit: string;
            };
            path: {
                cycle: string;
            };
        };
        responses: never;
    };
    "report-draft-csv": {
        parameters: {
            query: {
                unit: string;
            };
            path: {
                cycle: string;
            };
        };
        responses: never;
    };
    "adopt-plan": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                plan: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    plan?: string;
                    cycle: string;
                    owner: components["schemas"]["Owner"];
                    shortcomings?: components["schemas"]["Shortcoming"][];
                    answerable?: components["schemas"]["Answerable"][];
                    document: string;
                    reason?: string;
                    onPaper?: components["schemas"]["OnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "state-no-shortcoming": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                plan: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    plan?: string;
                    cycle: string;
                    owner: components["schemas"]["Owner"];
                    statement: string;
                    document: string;
                    onPaper?: components["schemas"]["OnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "assign-follow-up": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                plan: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    plan?: string;
                    /** @enum {string} */
                    role: "FOLLOWER" | "INSPECTOR" | "URGER";
                    assignee: string;
                    document: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "confirm-follow-up": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                plan: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    plan?: string;
                    /** @enum {string} */
                    role: "FOLLOWER" | "INSPECTOR" | "URGER";
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "report-progress": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                plan: string;
                measure: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    plan?: string;
                    measure?: string;
                    degreePercent: number;
                    account: string;
                    difficulties?: string;
                    evidence?: components["schemas"]["Evidence"][];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "inspect-measure": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                plan: string;
                measure: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    plan?: string;
                    measure?: string;
                    /** Format: date */
                    on: string;
                    result: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "urge-measure": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                plan: string;
                measure: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    plan?: string;
                    measure?: string;
                    message: string;
                    escalated: boolean;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "verify-measure": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                plan: string;
                measure: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    plan?: string;
                    measure?: string;
                    ground: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "reopen-measure": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                plan: string;
                measure: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    plan?: string;
                    measure?: string;
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "remediation-plan": {
        parameters: {
            query?: {
                day?: string;
                known_as_of?: string;
                min_position?: number;
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                plan: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PlanAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "remediation-board": {
        parameters: {
            query?: {
                unit?: string;
                person?: string;
                follower?: string;
                status?: "OVERDUE" | "REOPENED" | "NOT_DONE" | "IN_PROGRESS" | "DONE";
                standing?: "PLANNED" | "STATED" | "WITHIN_TERM" | "PAST_TERM";
                day?: string;
                limit?: number;
                cursor?: string;
                known_as_of?: string;
                min_position?: number;
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                cycle: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RemediationBoard"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "remediation-of-person": {
        parameters: {
            query?: {
                cycle?: string;
                day?: string;
                known_as_of?: string;
                min_position?: number;
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                person: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["OwnerRemediationAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "remediation-of-unit": {
        parameters: {
            query?: {
                cycle?: string;
                day?: string;
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                unit: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["OwnerRemediationAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "suggest-review": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                review: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    review?: string;
                    cycle: string;
                    owner: components["schemas"]["Owner"];
                    points?: components["schemas"]["SuggestedPoint"][];
                    document: string;
                    onPaper?: components["schemas"]["OnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "send-review-draft": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                review: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    review?: string;
                    cycle: string;
                    owner: components["schemas"]["Owner"];
                    /** Format: date-time */
                    sentAt: string;
                    recipients?: string[];
                    document: string;
                    onPaper?: components["schemas"]["OnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "hold-review": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldReview"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "conclude-review": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                review: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    review?: string;
                    cycle: string;
                    owner: components["schemas"]["Owner"];
                    heldIn: string;
                    conference: string;
                    conclusion: string;
                    explained?: components["schemas"]["PointExplained"][];
                    shortcomings?: components["schemas"]["ShortcomingFound"][];
                    earlier?: components["schemas"]["EarlierShortcoming"][];
                    document: string;
                    reason?: string;
                    onPaper?: components["schemas"]["OnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "review-of-unit": {
        parameters: {
            query: {
                cycle: string;
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                unit: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReviewAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    review: {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                review: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReviewAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    reviews: {
        parameters: {
            query?: {
                unit?: string;
                standing?: "MISSING" | "SUGGESTED" | "DRAFT_SENT" | "HELD" | "CONCLUDED";
                late?: boolean;
                day?: string;
                limit?: number;
                cursor?: string;
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                cycle: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReviewsAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "file-objection": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileObjection"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "receive-objection": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                objection: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    objection?: string;
                    resolver: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "withdraw-objection": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                objection: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    objection?: string;
                    reason?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "resolve-objection": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                objection: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    objection?: string;
                    /** @enum {string} */
                    outcome: "UPHELD" | "PARTLY_UPHELD" | "REJECTED";
                    reasons: string;
                    document: string;
                    onPaper?: components["schemas"]["OnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    objection: {
        parameters: {
            query?: {
                purpose?: string;
                known_as_of?: string;
                min_position?: number;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                objection: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ObjectionAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    objections: {
        parameters: {
            query?: {
                unit?: string;
                status?: "FILED" | "RECEIVED" | "WITHDRAWN" | "RESOLVED";
                overdue?: boolean;
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                cycle: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ObjectionsAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "re-rate": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    decision: number;
                    /** @enum {string} */
                    ground: "OBJECTION" | "LATE_DISCIPLINE" | "DISCIPLINE_ANNULLED" | "DISHONESTY" | "ERROR";
                    objection?: string;
                    violation?: string;
                    reason: string;
                    /** @enum {string} */
                    level?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
                    document: string;
                    meeting?: string;
                    onPaper?: components["schemas"]["OnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "re-rate-collective": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                unit: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    unit?: string;
                    decision: number;
                    /** @enum {string} */
                    ground: "OBJECTION" | "LATE_DISCIPLINE" | "DISCIPLINE_ANNULLED" | "DISHONESTY" | "ERROR";
                    /** @enum {string} */
                    level?: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
                    reason: string;
                    document: string;
                    onPaper?: components["schemas"]["OnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "settle-effect": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                effect: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    dossier?: string;
                    unit?: string;
                    effect?: string;
                    what: string;
                    document?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    effects: {
        parameters: {
            query?: {
                owner?: string;
                kind?: "QUOTA_OF_AGENCY" | "QUOTA_OF_GROUP" | "HEAD_ABOVE_UNIT" | "SUBMISSION_SENT" | "REPORT_SUBMITTED" | "NOTICE_DUE" | "PARTY_COMMITTEE_DUE";
                open?: boolean;
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                cycle: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["EffectsAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "cycle-diff": {
        parameters: {
            query: {
                from: string;
                to?: string;
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                cycle: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CycleDiffAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    events: {
        parameters: {
            query?: {
                from?: number;
                after?: number;
                ledger?: "main" | "access";
                type?: string;
                subject?: string;
                unit?: string;
                limit?: number;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            events: components["schemas"]["CloudEvent"][];
                            scanned: components["schemas"]["Progress"];
                            next: number;
                        };
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "event-stream": {
        parameters: {
            query?: {
                from?: number;
                after?: number;
                ledger?: "main" | "access";
                type?: string;
                subject?: string;
                unit?: string;
            };
            header?: {
                "Last-Event-ID"?: string;
            };
        };
        responses: never;
    };
    webhooks: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousWebhookList"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "subscribe-webhook": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookSubscribed"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousWebhookAccepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousWebhookAccepted"];
                };
            };
        };
    };
    "rotate-webhook-secret": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                webhook: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    webhook?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousWebhookAccepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousWebhookAccepted"];
                };
            };
        };
    };
    "end-webhook": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                webhook: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    webhook?: string;
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    webhook: {
        parameters: {
            path: {
                webhook: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousWebhookView"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "webhook-dead-letters": {
        parameters: {
            path: {
                webhook: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousDeadLetterList"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "redeliver-webhook": {
        parameters: {
            path: {
                webhook: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedeliveryRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousRedeliveryBegun"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    erasures: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                known_as_of?: string;
                min_position?: number;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ErasuresAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "request-erasure": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureRequested"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "approve-erasure": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                erasure: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    erasure?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "refuse-erasure": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                erasure: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    erasure?: string;
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "withdraw-erasure": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                erasure: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    erasure?: string;
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    erasure: {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                erasure: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousErasureView"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "erasure-certificate": {
        parameters: {
            path: {
                erasure: string;
            };
        };
        responses: never;
    };
    "legal-holds": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                known_as_of?: string;
                min_position?: number;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["HoldsAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "place-legal-hold": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LegalHoldPlaced"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "lift-legal-hold": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                hold: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    hold?: string;
                    document: string;
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "retention-classes": {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RetentionAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "define-retention": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetentionDefined"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "hand-overs": {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                cycle: string;
                agency: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["HandOverAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "hand-over-results": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                agency: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    agency?: string;
                    committee: string;
                    committeeUnit: string;
                    document: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "hand-over-corrections": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                agency: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    agency?: string;
                    committeeUnit: string;
                    document: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "correct-hand-over-slip": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                agency: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    agency?: string;
                    number: number;
                    person?: string;
                    what: string;
                    was: string;
                    is: string;
                    reason: string;
                    document: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "owed-corrections": {
        parameters: {
            query?: {
                min_position?: number;
            };
            path: {
                cycle: string;
                agency: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousOwedView"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "party-level": {
        parameters: {
            query?: {
                purpose?: string;
                known_as_of?: string;
                min_position?: number;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                dossier: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PartyLevelAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "name-party-administrator": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyAdministratorNamed"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "confirm-party-administrator": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                mandate: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    mandate?: string;
                    person: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "open-party-dossiers": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenPartyDossiers"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "exempt-party-member": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    /** @enum {string} */
                    ground: "EXEMPT_FROM_ACTIVITY" | "SUSPENDED_FROM_ACTIVITY" | "ADMITTED_UNDER_6_MONTHS";
                    paper: components["schemas"]["PartyPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "file-party-self-review": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    /** @enum {string} */
                    form: "FORM_02A" | "FORM_02B";
                    strengths: string;
                    limits: string;
                    remedied: string;
                    explanation?: string;
                    responsibility?: string;
                    measures: string;
                    /** @enum {string} */
                    proposed: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
                    onPaper?: components["schemas"]["PartyOnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "appraise-party-member": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    criteria?: components["schemas"]["PartyCriterion"][];
                    targets?: components["schemas"]["PartyTargets"];
                    findings: components["schemas"]["PartyFindings"];
                    mitigations?: components["schemas"]["PartyMitigation"][];
                    opinion: string;
                    /** @enum {string} */
                    proposed: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
                    onPaper?: components["schemas"]["PartyOnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "count-party-ballot": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    /** Format: date */
                    heldOn: string;
                    present: number;
                    excellent: number;
                    good: number;
                    completed: number;
                    notCompleted: number;
                    invalid: number;
                    notReturned: number;
                    minutes: components["schemas"]["PartyPaper"];
                    onPaper?: components["schemas"]["PartyOnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "propose-party-level": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    /** @enum {string} */
                    level: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
                    reason?: string;
                    onPaper?: components["schemas"]["PartyOnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "decide-party-ratings": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecidePartyRatings"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "issue-party-notice": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    paper: components["schemas"]["PartyPaper"];
                    onPaper?: components["schemas"]["PartyOnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "share-party-decision": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    paper: components["schemas"]["PartyPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "re-rate-party-member": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    decision: number;
                    /** @enum {string} */
                    ground: "OBJECTION" | "LATE_DISCIPLINE" | "DISCIPLINE_ANNULLED" | "DISHONESTY" | "ERROR";
                    violation?: string;
                    reason: string;
                    /** @enum {string} */
                    level: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
                    paper: components["schemas"]["PartyPaper"];
                    objection?: string;
                    onPaper?: components["schemas"]["PartyOnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "file-party-objection": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    objection: string;
                    /** @enum {string} */
                    kind: "PETITION" | "COMPLAINT";
                    decision: number;
                    grounds: string;
                    /** Format: date */
                    receivedOn?: string;
                    onPaper?: components["schemas"]["PartyOnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "receive-party-objection": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
                objection: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    objection?: string;
                    resolver: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "withdraw-party-objection": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
                objection: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    objection?: string;
                    reason?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "resolve-party-objection": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                dossier: string;
                objection: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    dossier?: string;
                    objection?: string;
                    /** @enum {string} */
                    outcome: "UPHELD" | "PARTLY_UPHELD" | "REJECTED";
                    reasons: string;
                    paper: components["schemas"]["PartyPaper"];
                    onPaper?: components["schemas"]["PartyOnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "receive-hand-over": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                agency: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    agency?: string;
                    number: number;
                    remark?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "party-dossier": {
        parameters: {
            query?: {
                purpose?: string;
                known_as_of?: string;
                min_position?: number;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                dossier: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PartyDossierAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "party-views": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                dossier: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PartyViewsAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "party-dossiers": {
        parameters: {
            query: {
                cycle: string;
                purpose?: string;
                known_as_of?: string;
                min_position?: number;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                unit: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PartyDossiersAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "party-re-ratings": {
        parameters: {
            query?: {
                purpose?: string;
                min_position?: number;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                unit: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousReratingsView"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "received-hand-overs": {
        parameters: {
            query?: {
                purpose?: string;
                known_as_of?: string;
                min_position?: number;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                cycle: string;
                agency: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["HandOverAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "party-collectives": {
        parameters: {
            query?: {
                min_position?: number;
            };
            path: {
                cycle: string;
                committeeUnit: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousPartyCollectivesView"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "open-party-collective": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                committeeUnit: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    committeeUnit?: string;
                    organisation: string;
                    name: string;
                    /** @enum {string} */
                    organisationKind: "CELL" | "COMMITTEE";
                    /** @enum {string} */
                    kind: "ORGANISATION_UNIT" | "LEADERSHIP_COLLECTIVE";
                    unit: string;
                    head?: string;
                    rulebook: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "self-rate-party-collective": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                committeeUnit: string;
                organisation: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    committeeUnit?: string;
                    organisation?: string;
                    /** @enum {string} */
                    level: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
                    ground: string;
                    onPaper?: components["schemas"]["PartyOnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "appraise-party-collective": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                committeeUnit: string;
                organisation: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    committeeUnit?: string;
                    organisation?: string;
                    criteria?: components["schemas"]["PartyCriterion"][];
                    targets: components["schemas"]["PartyTargets"];
                    subordinates: number;
                    disciplines?: components["schemas"]["PartyCollectiveDiscipline"][];
                    disunity?: components["schemas"]["PartyPaper"];
                    degradation?: components["schemas"]["PartyPaper"];
                    opinion: string;
                    /** @enum {string} */
                    proposed: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
                    reason?: string;
                    onPaper?: components["schemas"]["PartyOnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "count-party-collective-ballot": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                committeeUnit: string;
                organisation: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    committeeUnit?: string;
                    organisation?: string;
                    /** Format: date */
                    heldOn: string;
                    present: number;
                    excellent: number;
                    good: number;
                    completed: number;
                    notCompleted: number;
                    invalid: number;
                    notReturned: number;
                    minutes: components["schemas"]["PartyPaper"];
                    onPaper?: components["schemas"]["PartyOnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "rate-party-collective": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                committeeUnit: string;
                organisation: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    committeeUnit?: string;
                    organisation?: string;
                    /** @enum {string} */
                    level: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
                    reason?: string;
                    paper: components["schemas"]["PartyPaper"];
                    onPaper?: components["schemas"]["PartyOnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "re-rate-party-collective": {
        parameters: {
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                cycle: string;
                committeeUnit: string;
                organisation: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    cycle?: string;
                    committeeUnit?: string;
                    organisation?: string;
                    decision: number;
                    /** @enum {string} */
                    ground: "OBJECTION" | "LATE_DISCIPLINE" | "DISCIPLINE_ANNULLED" | "DISHONESTY" | "ERROR";
                    reason: string;
                    /** @enum {string} */
                    level: "EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED";
                    paper: components["schemas"]["PartyPaper"];
                    onPaper?: components["schemas"]["PartyOnPaper"];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
    "party-collective": {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
            };
            path: {
                cycle: string;
                committeeUnit: string;
                organisation: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PartyCollectiveAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    me: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousMe"];
                };
            };
        };
    };
    session: {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousSession"];
                };
            };
        };
    };
    "allowed-actions-on-plan": {
        parameters: {
            query?: {
                min_position?: number;
            };
            path: {
                plan: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PlanActions"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "allowed-actions-on-review": {
        parameters: {
            query?: {
                min_position?: number;
            };
            path: {
                review: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReviewActions"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "allowed-actions-on-quota": {
        parameters: {
            query?: {
                min_position?: number;
            };
            path: {
                cycle: string;
                agency: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["QuotaActions"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "allowed-actions-on-person": {
        parameters: {
            query?: {
                min_position?: number;
            };
            path: {
                person: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PersonActions"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "allowed-actions-on-party-dossier": {
        parameters: {
            query?: {
                min_position?: number;
            };
            path: {
                dossier: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PartyDossierActions"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "allowed-actions-at-party-committee": {
        parameters: {
            query: {
                cycle: string;
                min_position?: number;
            };
            path: {
                unit: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PartyCommitteeActions"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "allowed-actions-on-party-collective": {
        parameters: {
            query?: {
                min_position?: number;
            };
            path: {
                cycle: string;
                committeeUnit: string;
                organisation: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PartyCollectiveActions"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "sign-in": {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithToken"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousSession"];
                };
            };
        };
    };
    "sign-in-with-password": {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithPassword"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousSession"];
                };
            };
        };
    };
    "sign-in-with-slip": {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithSlip"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousSession"];
                };
            };
        };
    };
    "prove-again": {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Again"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousSession"];
                };
            };
        };
    };
    "ways-to-sign-in": {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousWays"];
                };
            };
        };
    };
    "sign-in-with-provider": {
        parameters: {
            query?: {
                to?: string;
                again?: boolean;
            };
        };
        responses: never;
    };
    "return-from-provider": {
        parameters: {
            query?: {
                state?: string;
                code?: string;
                iss?: string;
                session_state?: string;
                error?: string;
                error_description?: string;
            };
        };
        responses: never;
    };
    "sign-out": {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousSession"];
                };
            };
        };
    };
    "sign-out-everywhere": {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousSession"];
                };
            };
        };
    };
    "give-slip": {
        parameters: {
            path: {
                person: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousSlip"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousSlip"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousSlip"];
                };
            };
        };
    };
    "change-password": {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousSession"];
                };
            };
        };
    };
    "propose-device": {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousDevice"];
                };
            };
        };
    };
    "confirm-device": {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeviceCode"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousSession"];
                };
            };
        };
    };
    "remove-device": {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveDevice"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousSession"];
                };
            };
        };
    };
    "own-sessions": {
        parameters: {
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["anonymousSessionLines"];
                };
            };
        };
    };
    "protected-objections": {
        parameters: {
            query?: {
                known_as_of?: string;
                min_position?: number;
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                cycle: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ProtectedObjectionsAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "protected-objection-readers": {
        parameters: {
            query?: {
                min_position?: number;
            };
            path: {
                objection: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousProtectedReaders"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "protected-objection-views": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            path: {
                objection: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ProtectedViewsAnswer"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "protected-readers": {
        parameters: {
            query?: {
                min_position?: number;
            };
            path: {
                dossier: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousProtectedReaders"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "sign-in-as-machine": {
        parameters: {
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": unknown;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        access_token: string;
                        token_type: string;
                        expires_in: number;
                    };
                };
            };
        };
    };
    "act-record": {
        parameters: {
            query?: {
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                position: string;
            };
        };
        responses: never;
    };
    "act-signatures": {
        parameters: {
            query?: {
                purpose?: string;
            };
            header?: {
                Purpose?: string;
            };
            path: {
                position: string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["anonymousActSignatures"];
                        asOf: components["schemas"]["AsOf"];
                    };
                };
            };
        };
    };
    "sign-act": {
        parameters: {
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
                Prefer?: string;
            };
            path: {
                position: string;
            };
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
        };
    };
}
