// A bounded memory of what was made before: the one that was made longest ago goes first.

export function bounded<Key, Value>(make: (key: Key) => Value, most = 500): (key: Key) => Value {
  const made = new Map<Key, Value>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    if (made.size >= most) made.delete(made.keys().next().value!)
    const value = make(key)
    made.set(key, value)
    return value
  }
}
