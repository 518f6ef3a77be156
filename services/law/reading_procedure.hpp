// The procedure of a rulebook from its written form.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "services/law/rulebook.hpp"

namespace minhbach::services::law {

class ProcedureReader {
public:
    // `refuse(place, reason in English)` for each flaw; `clause` finds one by its id and `columns` the bits of names,
    // and both refuse at the place given. The book has its columns and clauses already.
    using Refuse = std::function<void(std::string, const std::string&)>;
    using FindClause = std::function<const Clause*(const std::string&, const std::string&)>;
    using FindColumns = std::function<Columns(const std::vector<std::string>&, const std::string&)>;
    ProcedureReader(const written::Rulebook& document, Refuse refuse, FindClause clause, FindColumns columns)
        : doc_(document), refuse_(std::move(refuse)), clause_(std::move(clause)), columns_(std::move(columns)) {}

    Procedure read();

private:
    Concerned concerned(const std::vector<std::string>& of, const std::vector<Position>& positions,
                        const std::string& place);
    // Everybody there can be: nobody without a leading post heads an agency or helps to.
    std::vector<Who> everybody() const;
    std::string name(Who who) const;
    void principles();
    void steps();
    void opinions();
    void compositions();
    void forms();
    void terms();
    void due(const written::TermRule& written, DueRule& rule, const std::string& place);
    void in_order();
    void step_is_there(ProcedureStep step, const Concerned& concerned, const std::string& place);
    template <class Rules, class Same>
    void no_overlap(const Rules& rules, std::string_view list, Same same);

    const written::Rulebook& doc_;
    Refuse refuse_;
    FindClause clause_;
    FindColumns columns_;
    Procedure procedure_;
};

}  // namespace minhbach::services::law
