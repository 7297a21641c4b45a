// Places and pieces of source as text, for messages.
#pragma once

#include <string>

#include "analyzer/events/call_stack.h"
#include "analyzer/events/events.h"
#include "analyzer/source/source_manager.h"

namespace tfscope {

/// The place lies in a library model, `<library>/...`, and so in no code of the user's.
bool IsInModel(const SourceManager& sources, Span span);

/// `model.py:14`
std::string PlaceText(const SourceManager& sources, Span span);

/// The source of `span` on one line: runs of blanks joined, cut to some 60 characters.
std::string SnippetText(const SourceManager& sources, Span span);

/// `, called from train.py:31 discriminator(real), called from ...`, innermost call first; long stacks are cut in their
/// middle. Empty for an empty stack.
std::string CalledFromText(const SourceManager& sources, const CallStacks& stacks, CallStackId stack);

/// A display path, or any other text of the user's, on one line: control characters shown as escapes, bytes that are
/// not UTF-8 as U+FFFD.
std::string Printable(std::string_view text);

}  // namespace tfscope
