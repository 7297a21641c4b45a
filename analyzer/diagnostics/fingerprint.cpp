#include "analyzer/diagnostics/fingerprint.h"

#include <fmt/format.h>

#include "analyzer/source/characters.h"
#include "analyzer/support/hash.h"

namespace tfscope {

std::string FingerprintCounter::Next(const Finding& finding, std::string_view path, const SourceManager& sources) {
  Hash hash;
  hash.Add(finding.rule->code);
  hash.Add(path);
  hash.Add(finding.variable);
  for (const char byte : sources.Line(finding.span.file, sources.Begin(finding.span).line)) {
    if (!IsBlank(byte)) hash.Add(byte);
  }
  hash.Add(fmt::format("\n{}", seen_[hash.value()]++));
  return fmt::format("{:016x}", hash.value());
}

}  // namespace tfscope
