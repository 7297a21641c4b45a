#include "analyzer/evaluator/long_loops.h"

#include "analyzer/evaluator/object.h"
#include "analyzer/evaluator/set_operations.h"

namespace tfscope {
namespace {

/// How many items a sequence has that is iterated by index.
int64_t ItemCount(Value sequence) {
  if (const Range* range = As<Range>(sequence)) return RangeLength(range);
  if (const List* list = As<List>(sequence)) return static_cast<int64_t>(list->items.size());
  if (const Tuple* tuple = As<Tuple>(sequence)) return static_cast<int64_t>(tuple->items.size());
  return 0;
}

/// Takes an iterator to its last item; false if no items before that are left.
bool SkipToLast(Heap& heap, Value value) {
  Iterator* iterator = As<Iterator>(value);
  if (iterator == nullptr || iterator->source != Iterator::Source::kSequence || iterator->exhausted) return false;
  const int64_t count = iterator->operands.empty() ? 0 : ItemCount(iterator->operands[0]);
  if (iterator->index >= count - 1) return false;
  heap.WillWrite(iterator);
  iterator->index = count - 1;
  return true;
}

}  // namespace

const Frame* SkipToLastItem(Heap& heap, Frame* frame, bool all) {
  const Frame* innermost = nullptr;
  for (; frame != nullptr; frame = frame->back) {
    if (frame->globals->is_library) continue;
    for (size_t i = frame->stack.size(); i-- > 0;) {
      if (!SkipToLast(heap, frame->stack[i])) continue;
      if (!all) return frame;
      if (innermost == nullptr) innermost = frame;
    }
  }
  return innermost;
}

}  // namespace tfscope
