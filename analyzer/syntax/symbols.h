// tree-sitter's node types as one enumeration, so that the lowering can switch over them.
#pragma once

#include <cstdint>
#include <vector>

struct TSLanguage;

namespace tfscope {

enum class Symbol : uint8_t {
#define TFSCOPE_RULE(symbol, name) k##symbol,
#define TFSCOPE_TOKEN(symbol, text) k##symbol,
#include "analyzer/syntax/symbols.def"
#undef TFSCOPE_RULE
#undef TFSCOPE_TOKEN
  kOtherToken,  ///< a keyword or punctuation that decides nothing
  kOtherRule,   ///< a named node that no handler knows
  kError,       ///< text that fits nowhere
  kCount,
};

/// Maps the grammar's numbers to `Symbol`; several numbers may have one name.
class SymbolTable {
 public:
  explicit SymbolTable(const TSLanguage* language);

  Symbol operator[](uint16_t number) const { return number < symbols_.size() ? symbols_[number] : Symbol::kError; }

 private:
  std::vector<Symbol> symbols_;
};

}  // namespace tfscope
