#include "api/http/request_parser.hpp"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>
#include <string>

namespace minhbach::api::http {
namespace {

namespace beast = boost::beast;

constexpr std::size_t kBodyReservedMax = 64 * 1024;

}  // namespace

// Beast calls back with each part of the message; the parts go straight into our request, without a message between.
class RequestParser::Grammar : public beast::http::basic_parser<true> {
public:
    Grammar(Request& request, std::uint32_t header_bytes_max) : request_(request) {
        header_limit(header_bytes_max);
        body_limit(boost::none);  // Set by allow_body, once the head says which route the body is for.
    }

    int version() const { return version_; }
    bool framing_is_ambiguous() const { return framing_is_ambiguous_; }

private:
    using error_code = beast::error_code;
    using string_view = beast::string_view;

    static std::string_view view(string_view text) { return {text.data(), text.size()}; }

    void on_request_impl(beast::http::verb, string_view method, string_view target, int version, error_code&) override {
        request_.method = view(method);
        request_.target = view(target);
        version_ = version;
    }

    void on_response_impl(int, string_view, int, error_code&) override {}

    void on_field_impl(beast::http::field name, string_view text, string_view value, error_code&) override {
        // Fields behind a chunked body are no part of the head, whatever they claim (RFC 9110 section 6.5.1).
        if (is_header_done()) return;
        using beast::http::field;
        // Recipients that settle these differently see different messages, which is how requests are smuggled.
        if (name == field::content_length || name == field::authorization || name == field::content_type)
            framing_is_ambiguous_ |= request_.headers.find(view(text)).has_value();
        request_.headers.add(view(text), view(value));
    }

    void on_header_impl(error_code&) override {}

    void on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code&) override {
        if (length) request_.body.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(*length, kBodyReservedMax)));
    }

    std::size_t on_body_impl(string_view piece, error_code&) override {
        request_.body.append(view(piece));
        return piece.size();
    }

    void on_chunk_header_impl(std::uint64_t, string_view, error_code&) override {}

    std::size_t on_chunk_body_impl(std::uint64_t, string_view piece, error_code&) override {
        request_.body.append(view(piece));
        return piece.size();
    }

    void on_finish_impl(error_code&) override {}

    Request& request_;
    int version_ = 11;
    bool framing_is_ambiguous_ = false;
};

RequestParser::RequestParser(std::size_t header_bytes_max)
    : header_bytes_max_(static_cast<std::uint32_t>(header_bytes_max)),
      grammar_(std::make_unique<std::optional<Grammar>>()) {
    start();
}

RequestParser::~RequestParser() = default;

void RequestParser::start() {
    request_ = {};
    grammar_->emplace(request_, header_bytes_max_);
    head_seen_ = false;
    is_head_ = false;
    version_ = 11;
}

RequestParser::Step RequestParser::put(std::string_view bytes, std::size_t& consumed) {
    Grammar& grammar = **grammar_;
    consumed = 0;
    while (consumed < bytes.size()) {
        beast::error_code error;
        consumed += grammar.put({bytes.data() + consumed, bytes.size() - consumed}, error);
        version_ = grammar.version();
        if (error == beast::http::error::need_more) return Step::need_more;
        if (error == beast::http::error::body_limit) return refuse_body(body_bytes_max_);
        if (error == beast::http::error::header_limit)
            return refuse(
                {"too-large", "", "", "Phần đầu của yêu cầu quá lớn.", "The header of the request is too large.", {}},
                431);
        if (error)
            return refuse(malformed_request("Yêu cầu không đúng cú pháp HTTP/1.1.",
                                            "The request is not well-formed HTTP/1.1: " + error.message() + "."));
        if (grammar.is_header_done() && !head_seen_) return finish_head();
        if (grammar.is_done()) return Step::request;
    }
    return Step::need_more;
}

RequestParser::Step RequestParser::finish_head() {
    const Grammar& grammar = **grammar_;
    head_seen_ = true;

    const std::size_t hosts = request_.headers.count("Host");
    if (hosts > 1 || (hosts == 0 && version_ == 11))
        return refuse(malformed_request("Yêu cầu HTTP/1.1 phải có đúng một trường Host.",
                                        "An HTTP/1.1 request must have exactly one Host field."));
    if (grammar.framing_is_ambiguous())
        return refuse(malformed_request("Content-Length, Content-Type và Authorization chỉ được gửi một lần.",
                                        "Content-Length, Content-Type and Authorization may be given only once."));
    const bool has_transfer_encoding = request_.headers.find("Transfer-Encoding").has_value();
    if (has_transfer_encoding && (!grammar.chunked() || version_ == 10))
        return refuse(malformed_request("Chỉ hỗ trợ Transfer-Encoding: chunked của HTTP/1.1.",
                                        "The only Transfer-Encoding is chunked, in HTTP/1.1."));

    auto target = parse_target(request_.target);
    if (!target) return refuse(target.error());
    request_.path = std::move(target->path);
    request_.segments = std::move(target->segments);
    request_.query = std::move(target->query);
    if (request_.method == "HEAD") {
        is_head_ = true;
        request_.method = "GET";
    }
    return grammar.is_done() ? Step::request : Step::head;
}

bool RequestParser::allow_body(std::size_t body_bytes_max) {
    Grammar& grammar = **grammar_;
    body_bytes_max_ = body_bytes_max;
    grammar.body_limit(body_bytes_max);
    grammar.eager(true);
    const auto length = grammar.content_length();
    if (!length || *length <= body_bytes_max) return true;
    refuse_body(body_bytes_max);
    return false;
}

RequestParser::Step RequestParser::refuse_body(std::size_t body_bytes_max) {
    const std::string bytes = std::to_string(body_bytes_max);
    return refuse({"too-large",
                   "",
                   "",
                   "Nội dung gửi lên vượt quá " + bytes + " byte.",
                   "The body is larger than " + bytes + " bytes.",
                   {}});
}

RequestParser::Step RequestParser::refuse(const Refusal& refusal, int status) {
    ProblemExtras extras;
    extras.status = status;
    refusal_ = problem(refusal, extras);
    return Step::refused;
}

bool RequestParser::keep_alive() const {
    return (*grammar_)->keep_alive();
}

bool RequestParser::expects_continue() const {
    const auto expectation = request_.headers.find("Expect");
    return version_ == 11 && expectation && equal_ignoring_case(*expectation, "100-continue");
}

}  // namespace minhbach::api::http
