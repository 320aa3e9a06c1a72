package golang

import (
	"math/bits"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// The names of the engine's constants, by their values.
var (
	opNames = []string{"OpNone", "OpText", "OpString", "OpQuoted", "OpMarkup", "OpValue", "OpStatus", "OpIf", "OpPick", "OpOr", "OpEnd",
		"OpClose", "OpDrop", "OpMore", "OpItems", "OpLast", "OpNumber"}
	rankNames   = []string{"RankNone", "RankAny", "RankTemplate", "RankConstant"}
	factNames   = []string{"TextFact", "ValueFact", "ParamFact", "SizeFact"}
	bodyNames   = []string{"EmptyBody", "JSONBody", "TextBody"}
	nodeNames   = []string{"LeafNode", "ConstantNode", "IgnoredNode", "ObjectNode", "ListNode"}
	schemaNames = []string{"AnySchema", "StringSchema", "IntegerSchema", "NumberSchema", "BoolSchema", "NullSchema", "BytesSchema",
		"SecondsSchema", "MillisSchema", "UnixSchema", "ArraySchema", "ObjectSchema", "MapSchema", "UnionSchema", "OneOfSchema", "ErrorSchema"}
	typeNames  = []string{"NullType", "BoolType", "IntegerType", "NumberType", "StringType", "ArrayType", "ObjectType"}
	traitNames = []string{"IsStatic", "IsRetryable", "HasStatus", "IsUnreachable", "HoldsErrors"}
	paramNames = []string{"IsOptional", "IsSensitive", "IsPrivate", "HasDefault"}
)

// one is a constant by its name; the zero literal for 0.
func one[T ~uint8 | ~int](names []string, value T) literal {
	if value == 0 {
		return literal{}
	}
	return atom("errgen." + names[value])
}

// flags are a set of constants of one bit each.
func flags[T ~uint8](names []string, value T) literal {
	if value == 0 {
		return literal{}
	}
	if names[0] == typeNames[0] && errgen.JSONTypes(value) == errgen.AnyType {
		return atom("errgen.AnyType")
	}
	var set []string
	for rest := uint(value); rest != 0; rest &= rest - 1 {
		set = append(set, "errgen."+names[bits.TrailingZeros(rest)])
	}
	return atom(strings.Join(set, " | "))
}

// number is an integer; the zero literal for 0.
func number[T ~int | ~uint16](n T) literal {
	if n == 0 {
		return literal{}
	}
	return atom(strconv.Itoa(int(n)))
}

func yes(b bool) literal {
	if b {
		return atom("true")
	}
	return literal{}
}
