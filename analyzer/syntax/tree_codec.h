// A lowered tree as bytes, so that the library models are parsed when tfscope is built and not whenever it runs.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/support/interner.h"
#include "analyzer/syntax/tree.h"

namespace tfscope {

/// Writes trees as bytes and reads them back. The bytes are of one build: they hold node kinds as numbers and are
/// trusted when read.
class TreeCodec {
 public:
  /// The bytes of `tree`, with the texts of its atoms. Issues are not kept.
  static std::string Encode(const SyntaxTree& tree, const Interner& interner);

  /// The tree that `bytes` were made of, as one of `file`; its atoms go to `interner`.
  static SyntaxTree Decode(std::string_view bytes, FileId file, Interner& interner);
};

}  // namespace tfscope
