#include "analyzer/evaluator/builtins/natives.h"

#include <algorithm>
#include <numeric>

#include "analyzer/evaluator/builtins/builtins.h"

namespace tfscope {

void InstallBuiltins(Machine& machine) {
  InstallSpecialMethods(machine);
  InstallStrMethods(machine);
  InstallBytesMethods(machine);
  InstallBytesTextMethods(machine);
  InstallByteArrayMethods(machine);
  InstallListMethods(machine);
  InstallDictMethods(machine);
  InstallSetMethods(machine);
  InstallNumberMethods(machine);
  InstallNumberSpecialMethods(machine);
  InstallRangeMethods(machine);
  InstallDescriptorMethods(machine);
  InstallConstructors(machine);
  InstallContainerConstructors(machine);
  InstallNumberFunctions(machine);
  InstallObjectFunctions(machine);
  InstallIterationFunctions(machine);
  InstallTextFunctions(machine);
  auto* view = machine.heap().New<LazyImport>();
  view->module = machine.heap().Intern("_memoryview");
  view->name = machine.heap().Intern("memoryview");
  machine.builtins()->attributes().SetStr(view->name, Value::Of(view));
}

namespace {
Value NewNative(Machine& machine, const NativeSpec& spec) {
  auto* native = machine.heap().New<NativeFunction>();
  native->spec = &spec;
  return Value::Of(native);
}
}  // namespace

void DefineClassMethods(Machine& machine, Class* cls, std::span<const NativeSpec> specs) {
  for (const NativeSpec& spec : specs) {
    auto* method = machine.heap().New<ClassMethod>();
    method->function = NewNative(machine, spec);
    cls->attributes.SetStr(machine.heap().Intern(spec.name), Value::Of(method));
  }
  machine.heap().NoteClassChange();
}

void DefineStaticMethods(Machine& machine, Class* cls, std::span<const NativeSpec> specs) {
  for (const NativeSpec& spec : specs) {
    auto* method = machine.heap().New<StaticMethod>();
    method->function = NewNative(machine, spec);
    cls->attributes.SetStr(machine.heap().Intern(spec.name), Value::Of(method));
  }
  machine.heap().NoteClassChange();
}

void DefineGetter(Machine& machine, Class* cls, const NativeSpec& spec) {
  auto* property = machine.heap().New<Property>();
  property->getter = NewNative(machine, spec);
  cls->attributes.SetStr(machine.heap().Intern(spec.name), Value::Of(property));
  machine.heap().NoteClassChange();
}

IntegerArgument ReadInteger(Machine& machine, NativeArguments arguments, size_t index, int64_t absent) {
  Value argument = ArgumentOr(arguments, index, Value::None());
  if (argument.is_none()) return {.value = absent};
  Result integer = AsIndex(machine, argument);
  if (!integer.ok()) return {.ok = false};
  if (integer.value().is_unknown()) return {.unknown = true, .value = absent};
  if (integer.value().defined()) return {.value = ClampedInt(integer.value())};
  (void)machine.TypeError("'{}' object cannot be interpreted as an integer", TypeName(machine, argument));
  return {.ok = false};
}

bool AllPlain(const std::vector<Value>& items) {
  return std::all_of(items.begin(), items.end(), [](Value item) {
    const Str* text = As<Str>(item);
    return !item.is_unknown() && As<Instance>(item) == nullptr && (text == nullptr || !text->symbolic);
  });
}

Result CallLibrary(Machine& machine, std::string_view function, std::vector<Value> arguments) {
  return machine.TailCall(machine.BuiltinsFunction(function), std::move(arguments));
}

namespace {

/// A stable sort that stops at the first exception. What is not known compares as not less, so that it keeps its place.
/// Which keys are compared with which can be seen: up to 63 keys are taken in CPython's order.
class Sorter {
 public:
  Sorter(Machine& machine, const std::vector<Value>& keys) : machine_(machine), keys_(keys) {}

  bool Sort(std::vector<size_t>& order) {
    if (order.size() < kLeastMerged) return order.size() < 2 || Insert(order, SortedBeginning(order));
    buffer_.resize(order.size());
    for (size_t width = 1; width < order.size(); width *= 2) {
      for (size_t begin = 0; begin + width < order.size(); begin += 2 * width) {
        if (!Merge(order, begin, begin + width, std::min(begin + 2 * width, order.size()))) return false;
      }
    }
    return true;
  }

 private:
  static constexpr size_t kLeastMerged = 64;

  /// How many keys at the beginning are in order; falling ones are turned round.
  size_t SortedBeginning(std::vector<size_t>& order) {
    const bool falls = Less(order[1], order[0]);
    size_t count = 2;
    while (!failed_ && count < order.size() && Less(order[count], order[count - 1]) == falls) ++count;
    if (falls) std::reverse(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count));
    return count;
  }

  /// Puts the keys behind the first `sorted` ones into their places.
  bool Insert(std::vector<size_t>& order, size_t sorted) {
    for (; sorted < order.size() && !failed_; ++sorted) {
      const size_t moved = order[sorted];
      size_t low = 0;
      size_t high = sorted;
      while (low < high && !failed_) {
        const size_t middle = low + (high - low) / 2;
        if (Less(moved, order[middle])) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      const auto place = order.begin() + static_cast<std::ptrdiff_t>(low);
      std::rotate(place, order.begin() + static_cast<std::ptrdiff_t>(sorted),
                  order.begin() + static_cast<std::ptrdiff_t>(sorted) + 1);
    }
    return !failed_;
  }

  bool Merge(std::vector<size_t>& order, size_t begin, size_t middle, size_t end) {
    size_t left = begin;
    size_t right = middle;
    for (size_t i = begin; i < end; ++i) {
      bool take_right = left == middle;
      if (!take_right && right < end) {
        take_right = Less(order[right], order[left]);
        if (failed_) return false;
      }
      buffer_[i] = take_right ? order[right++] : order[left++];
    }
    std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(begin), buffer_.begin() + static_cast<std::ptrdiff_t>(end),
              order.begin() + static_cast<std::ptrdiff_t>(begin));
    return true;
  }

  bool Less(size_t a, size_t b) {
    if (!machine_.Charge(1)) return false;
    Result result = CompareValues(machine_, CompareOperator::kLess, keys_[a], keys_[b]);
    Truth truth = result.ok() ? machine_.TruthOf(result.value()) : Truth::kRaised;
    failed_ = failed_ || truth == Truth::kRaised;
    return truth == Truth::kTrue;
  }

  Machine& machine_;
  const std::vector<Value>& keys_;
  bool failed_ = false;
  std::vector<size_t> buffer_;
};

}  // namespace

bool SortedOrder(Machine& machine, const std::vector<Value>& keys, bool reverse, std::vector<size_t>& order) {
  order.resize(keys.size());
  std::iota(order.begin(), order.end(), size_t{0});
  // Equal keys keep their order, in reverse too.
  if (reverse) std::reverse(order.begin(), order.end());
  if (!Sorter(machine, keys).Sort(order)) return false;
  if (reverse) std::reverse(order.begin(), order.end());
  return true;
}

}  // namespace tfscope
