#include "analyzer/diagnostics/fingerprint.h"

#include <fmt/format.h>

#include "analyzer/source/characters.h"

namespace tfscope {
namespace {

/// FNV-1a with 64 bits, which is the same on every machine.
class Hash {
 public:
  void Add(char byte) { value_ = (value_ ^ static_cast<unsigned char>(byte)) * 0x100000001B3u; }
  /// A text and a mark after it, so that the border between two texts counts.
  void Add(std::string_view text) {
    for (const char byte : text) Add(byte);
    Add('\0');
  }
  uint64_t value() const { return value_; }

 private:
  uint64_t value_ = 0xCBF29CE484222325u;
};

}  // namespace

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
