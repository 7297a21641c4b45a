// What a run of `check` found, as JSON, for a later run that reads the same files.
#pragma once

#include <optional>

#include <nlohmann/json_fwd.hpp>

#include "analyzer/cli/checked.h"
#include "analyzer/cli/driver.h"

namespace tfscope {

/// Files that a run loads before it evaluates anything have the same ids in every run over the same inputs; `known` is
/// the number of them. Others are named by their paths.
class CheckedCodec {
 public:
  CheckedCodec(Driver& driver, size_t known) : driver_(driver), known_(known) {}

  /// Nothing if a finding is about a text that no later run can load, such as that of an `exec`.
  std::optional<nlohmann::json> Encode(const Checked& checked) const;

  /// Findings and coverage as they were encoded; nothing if `json` is not what Encode gives, or a file is gone.
  std::optional<Checked> Decode(const nlohmann::json& json) const;

 private:
  nlohmann::json EncodeFile(FileId file) const;
  nlohmann::json Encode(const Span& span) const;
  nlohmann::json Encode(const Finding& finding) const;
  FileId DecodeFile(const nlohmann::json& json) const;
  Span DecodeSpan(const nlohmann::json& json) const;
  Finding DecodeFinding(const nlohmann::json& json) const;

  Driver& driver_;
  size_t known_;
};

}  // namespace tfscope
