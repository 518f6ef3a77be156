// A real store in a directory of its own, the small province of given_province.hpp in the rating year 2023, and the
// handlers of the program without a socket. Every answer is checked against the OpenAPI document.
#pragma once

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/application.hpp"
#include "api/routes/house.hpp"
#include "api/routes/router.hpp"
#include "events/store.hpp"
#include "given_cycle.hpp"
#include "schema_check.hpp"
#include "services/decisions.hpp"
#include "temporary.hpp"

namespace minhbach::api::routes {

using HeaderFields = std::vector<std::pair<std::string, std::string>>;

// What a test asks of the doors.
struct Asked {
    std::string method = "GET";
    std::string target;
    std::string person;  // whose token is sent; empty: none
    HeaderFields headers = {};
    std::string body = {};
};

class Doors : public ::testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(events::create_store(store(), "test.example/log"));
        log_ = opened();
        write(given_events());
        application_ = made();
        again();
        folded();
    }
    // After an application was made anew.
    void again() {
        openapi_ = std::make_unique<json::Document>(json::Document::parse(house().openapi).value());
        check_ = std::make_unique<tests::SchemaCheck>(*openapi_);
    }
    void TearDown() override {
        check_.reset();
        openapi_.reset();
        application_.reset();
        log_.reset();
    }

    // Nobody is told to wait here, but where a test is about that.
    virtual api::Doors doors() const {
        api::Doors wide;
        wide.asking = wide.signing_in = {1e9, 1e9};
        return wide;
    }
    std::unique_ptr<Application> made() {
        return std::make_unique<Application>(*log_, clock_, store(), std::chrono::minutes(1), std::nullopt,
                                             follow::Options{}, events::SealedIndex::Due{}, doors());
    }
    virtual std::unique_ptr<events::Log> opened() { return events::open_store(store(), clock_).value(); }

    static std::vector<Event> given_events() {
        using namespace services;
        auto inspector = a_mandate("INSPECTOR.1", "INSPECTOR", {Power::inspect}, "51", Reach::subtree);
        auto list = a_document("LIST");
        list.kind = DocumentKind::signed_list;
        auto events = a_province() + std::vector<Event>{a_person("INSPECTOR", "Tạ Thanh Tra"),
                                                        inspector,
                                                        a_document("CV5721", "5721/UBND-NC"),
                                                        [] {
                                                            auto decision = a_document("QD1", "501/QĐ-STC");
                                                            decision.date = Date::of("2023-11-22");
                                                            return decision;
                                                        }(),
                                                        a_document("TB1", "77/TB-STC"),
                                                        list,
                                                        a_cycle()};
        for (const auto person : kEverybody)
            events = events + worked(of_person(person), 20, 20, person == "A1" ? 10 : 2);
        for (const auto unit : {"51-S05", "51-S05.P1", "51-S05.P2", "51-S05.T1"})
            events = events + worked(of_unit(unit), 10, 10, 6);
        return events + dossiers_for(events, kEverybody);
    }

    // The history as it is, without asking the rules.
    void write(const std::vector<Event>& given) {
        for (const auto& event : given) {
            events::Append append;
            append.actor = PersonCode::of("ADMIN");
            append.capacity = "SYSTEM";
            append.correlation = ids_.next(clock_.now());
            auto encoded = events::encode(event);
            encoded.id = ids_.next(clock_.now());
            append.writes.push_back({services::stream_of(event), std::nullopt, {}});
            append.writes.back().events.push_back(std::move(encoded));
            const auto accepted = log_->append(events::Ledger::main, std::move(append), [](const auto&) {});
            ASSERT_TRUE(accepted) << accepted.error().detail_en;
        }
        ASSERT_TRUE(log_->wait_until_durable(events::Ledger::main, log_->accepted(events::Ledger::main),
                                             log_->generation(), 20'000));
    }

    // A command through the desk, as its rules say.
    template <class Command>
    void done(std::string_view person, const Command& command) {
        const auto receipt =
            house().desk.execute_and_wait(PersonCode::of(person), {"given", services::province_stream(), {}, {}, {}},
                                          [&](services::Past& past, const services::Acting& acting) {
                                              return services::decisions::decide(past, acting, command);
                                          });
        ASSERT_TRUE(receipt) << receipt.error().detail_en;
        last_ = receipt->first.value + receipt->count - 1;
    }

    http::Response ask(const Asked& asked) {
        http::Request request;
        request.method = asked.method;
        request.target = asked.target;
        auto target = http::parse_target(asked.target);
        if (!target) throw std::runtime_error("not a target: " + asked.target);
        request.path = target->path;
        request.segments = target->segments;
        request.query = target->query;
        if (!asked.person.empty()) request.headers.add("Authorization", "Bearer " + token(asked.person));
        for (const auto& [name, value] : asked.headers) request.headers.add(name, value);
        request.body = asked.body;
        return send(std::move(request));
    }

    // The streams that were written to; the log's own bookkeeping comes when it is due.
    std::string written_since(std::uint64_t size) {
        const auto accepted = log_->accepted(events::Ledger::main);
        if (accepted == size) return "";
        log_->wait_until_durable(events::Ledger::main, accepted, log_->generation(), 10'000);
        std::string written;
        log_->scan(events::Ledger::main, {size}, {accepted}, [&](events::Stored&& stored) {
            if (stored.record.stream.category() != "books") written += stored.record.stream.name() + " ";
            return true;
        });
        return written;
    }

    http::Response send(http::Request request) {
        const auto method = request.method;
        const auto segments = request.segments;
        const auto size_before = log_->accepted(events::Ledger::main);
        io_.restart();
        http::Response response;
        boost::asio::co_spawn(io_, application_->handler()(std::move(request)),
                              [&](const std::exception_ptr& failure, http::Response answer) {
                                  if (failure) std::rethrow_exception(failure);
                                  response = std::move(answer);
                              });
        io_.run();
        // Whatever is refused has written nothing. Only `outcome-unknown` cannot say so, by its very name: no test here
        // makes a disk fail.
        if (response.status >= 400 && problem_of(response) != "outcome-unknown")
            EXPECT_EQ(written_since(size_before), "") << method << " " << join(segments);
        // 404 and 405 of the router itself belong to no operation; nor does the page of the screens.
        const bool is_screen = response.headers.find("Referrer-Policy") == "same-origin";
        if (!is_screen && response.status != 405 && !(response.status == 404 && !is_route(segments))) {
            for (const auto& line : check_->answer(method, segments, response))
                ADD_FAILURE() << method << " " << join(segments) << " " << line << "\n"
                              << response.content().substr(0, 2000);
        }
        return response;
    }

    http::Response get(std::string target, std::string person, HeaderFields headers = {}) {
        return ask({"GET", std::move(target), std::move(person), std::move(headers), {}});
    }
    http::Response post(std::string target, std::string person, std::string body, HeaderFields headers = {}) {
        headers.emplace_back("Content-Type", "application/json");
        return ask({"POST", std::move(target), std::move(person), std::move(headers), std::move(body)});
    }
    // Reads see everything written so far.
    void folded() { ASSERT_TRUE(house().acts.wait_until({log_->size(events::Ledger::main) - 1}, 20'000)); }

    // The slug of a problem, or "" if it is none.
    static std::string problem_of(const http::Response& response) {
        const auto document = json::Document::parse(response.content());
        if (!document) return "";
        const auto type = tests::member(document->root(), "type");
        if (!type || !type->string().starts_with("/problems/")) return "";
        return std::string(type->string().substr(10));
    }
    // A member of an answer as text; numbers and truth as JSON.
    static std::string text_at(const http::Response& response, std::string_view path) {
        const auto document = json::Document::parse(response.content());
        if (!document) return "(no JSON)";
        const auto value = tests::at(document->root(), path);
        if (!value) return "(absent)";
        switch (value->kind()) {
            case json::Kind::string:
                return std::string(value->string());
            case json::Kind::integer:
                return std::to_string(value->integer());
            case json::Kind::boolean:
                return value->boolean() ? "true" : "false";
            case json::Kind::array:
                return "[" + std::to_string(value->elements().size()) + "]";
            default:
                return "(other)";
        }
    }
    static std::string header_of(const http::Response& response, std::string_view name) {
        return std::string(response.headers.find(name).value_or(std::string_view()));
    }

    const std::string& token(const std::string& person) {
        auto& known = tokens_[person];
        if (known.empty()) known = house().identity.tokens.issue(PersonCode::of(person), house().wall.now()).value();
        return known;
    }

    // The cookie of a session that the person has begun now.
    std::string cookie_of(const std::string& person, std::int64_t minutes_ago = 0) {
        const Time then = house().wall.now().plus_millis(-minutes_ago * 60'000);
        const sign_in::Proof proof{SignInMethod::password, {}, {Label::of("pwd")}, {}, then};
        return std::string(kCookie) + "=" + house().identity.sessions.begin(PersonCode::of(person), proof, {});
    }

    House& house() { return application_->house(); }
    std::filesystem::path store() const { return directory_.path() / "store"; }
    std::uint64_t main_size() const { return log_->size(events::Ledger::main); }
    std::uint64_t access_size() const { return log_->size(events::Ledger::access); }

    // Outlives the log's and the readers' threads: one of them may still be waking it when an answer is there.
    boost::asio::io_context io_;
    tests::TemporaryDirectory directory_;
    tests::HandClock clock_{Time::of("2023-11-20T08:00")};
    std::unique_ptr<events::Log> log_;
    std::unique_ptr<Application> application_;
    std::uint64_t last_ = 0;
    events::EventIds ids_{3};

private:
    bool is_route(const std::vector<std::string>& segments) const {
        return !segments.empty() && segments.front() != "nowhere";
    }
    static std::string join(const std::vector<std::string>& segments) {
        std::string path;
        for (const auto& segment : segments) path += "/" + segment;
        return path;
    }

    std::map<std::string, std::string> tokens_;
    std::unique_ptr<json::Document> openapi_;
    std::unique_ptr<tests::SchemaCheck> check_;
};

// The purpose that a reading of personal data names.
inline const std::string kPurpose = "?purpose=05%2FQ%C4%90-TTr";

}  // namespace minhbach::api::routes
