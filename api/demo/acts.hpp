// The chapters of the demonstration: each adds its acts to the plan.
#pragma once

#include "api/demo/stage.hpp"
#include "api/demo/world.hpp"

namespace minhbach::api::demo {

// A document that an act rests on; registered by whoever keeps the documents of `unit`.
struct Paperwork {
    std::string id;
    std::string number;
    Date date;
    UnitCode unit;
    DocumentKind kind = DocumentKind::decision;
    std::string title;
    std::optional<PersonCode> signer = {};
    SigningCapacity capacity = SigningCapacity::head;
    std::optional<Date> from = {};  // else `date`
    std::optional<Date> to = {};
};
DocumentRegistered document(const World& world, const Paperwork& paperwork);
// Registers it at that moment and gives its id.
DocumentId plan_document(Plan& plan, const World& world, Time when, const Paperwork& paperwork);

// Sets every moment that no case has set. Before anything else.
void fill_calendar(World& world);

// Whom a case lets act elsewhere, on which document.
struct Grant {
    PersonCode person;
    std::vector<Power> powers;
    UnitCode unit;
    Reach reach = Reach::unit;
    DocumentId document;
    Capacity capacity = Capacity::in_office;
    Date from = Date::of("2020-07-01");
    std::optional<Date> to = {};
};
// The id is `MQ-<name>`.
services::organisation::GrantMandate mandate(const std::string& name, const Grant& grant);

void plan_opening(Plan& plan, const World& world);      // 01/11: units, roster, mandates, ratings of earlier years
void plan_cycle(Plan& plan, const World& world);        // 14-15/11: letter, cycle, groups, dossiers
void plan_layers(Plan& plan, const World& world);       // 15/11: an agency concretises; 27/11: a term is extended
void plan_work(Plan& plan, const World& world);         // tasks of the year, delivered and accepted
void plan_evaluation(Plan& plan, const World& world);   // self-assessment to proposal
void plan_reviews(Plan& plan, const World& world);      // kiểm điểm of some departments
void plan_collectives(Plan& plan, const World& world);  // levels of units
void plan_conclusion(Plan& plan, const World& world);   // settlement, decision, notice
void plan_files(Plan& plan, const World& world);        // submission, return, acceptance
void plan_reports(Plan& plan, const World& world);      // consolidated, of units and of the province
void plan_party(Plan& plan, const World& world);        // hand-over and party dossiers of one agency

// A unit that is rated apart rates itself and is appraised with all others.
void plan_collective_steps(Plan& plan, const World& world, const UnitCode& unit, Level level);

// Holds the unit's comment meeting about these people and adopts its minutes; the moments are the unit's.
MeetingId plan_meeting(Plan& plan, const World& world, const UnitCode& unit, const std::vector<PersonCode>& discussed);

// What people write; the same person gets the same words.
std::string comment_text(const World& world, const PersonPlan& person);
std::string opinion_text(const World& world, const PersonPlan& person, int number);
GeneralJudgements judgements(const PersonPlan& person, Level level);
Effectiveness effectiveness(Level level);

}  // namespace minhbach::api::demo
