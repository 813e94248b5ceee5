// A small questionnaire, and tallies of it.
#pragma once

#include "parindex/survey/tally.hpp"

#include <string>

namespace parindex_test {

inline const std::string small_questionnaire = R"({
  "format": "parindex.questionnaire/1",
  "code": "PKS", "name": "Phiếu", "method": "M",
  "missing": {"blank": "least_favourable"},
  "scales": [
    {
      "code": "hl2",
      "options": [
        {"code": "1", "label": "Không", "level": 1, "weight": "0%"},
        {"code": "2", "label": "Hài lòng", "level": 2, "weight": "62.5%"}
      ]
    }
  ],
  "factors": [{"code": "f1", "name": "Yếu tố"}],
  "groups": [
    {"code": "tuoi", "name": "Tuổi", "categories": [{"code": "tre", "below": "60"}, {"code": "gia", "from": 60}]}
  ],
  "questions": [
    {"code": "c0", "scale": "hl2", "multiple": true, "kind": "perception"},
    {"code": "c1", "scale": "hl2", "number": 8, "satisfied": ["2"], "asked_if": [{"question": "c0", "any_of": ["2"]}]},
    {"code": "c2", "scale": "hl2", "satisfied": ["2"], "factor": "f1"}
  ]
})";

}  // namespace parindex_test
