package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math/big"
	"reflect"
	"time"
)

var (
	durationType = reflect.TypeFor[time.Duration]()
	timeType     = reflect.TypeFor[time.Time]()
	errorType    = reflect.TypeFor[error]()
	bytesType    = reflect.TypeFor[[]byte]()
)

// set sets a Go value to what a build says.
func (s *subject) set(v reflect.Value, b any) {
	switch {
	case v.Type() == errorType:
		v.Set(reflect.ValueOf(s.nested(b)))
		return
	case v.Kind() == reflect.Pointer:
		s.setPointer(v, b)
		return
	case b == nil:
		v.SetZero()
		return
	}
	switch v.Type() {
	case durationType:
		v.SetInt(integer(b))
		return
	case timeType:
		v.Set(reflect.ValueOf(instant(b)))
		return
	case bytesType:
		bytes, err := base64.StdEncoding.DecodeString(b.(string))
		if err != nil {
			panic(err)
		}
		v.SetBytes(bytes)
		return
	}
	s.setKind(v, b)
}

func (s *subject) setKind(v reflect.Value, b any) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(b.(string))
	case reflect.Bool:
		v.SetBool(b.(bool))
	case reflect.Int, reflect.Int32, reflect.Int64:
		v.SetInt(integer(b))
	case reflect.Uint64:
		must(fmt.Sscan(b.(json.Number).String(), v.Addr().Interface()))
	case reflect.Float64:
		f, err := b.(json.Number).Float64()
		if err != nil {
			panic(err)
		}
		v.SetFloat(f)
	case reflect.Slice:
		list := b.([]any)
		v.Set(reflect.MakeSlice(v.Type(), len(list), len(list)))
		for i, item := range list {
			s.set(v.Index(i), item)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for name, member := range b.(map[string]any) {
			value := reflect.New(v.Type().Elem()).Elem()
			s.set(value, member)
			v.SetMapIndex(reflect.ValueOf(name).Convert(v.Type().Key()), value)
		}
	case reflect.Interface:
		v.Set(reflect.ValueOf(b))
	case reflect.Struct:
		s.setStruct(v, b.(map[string]any))
	default:
		panic("no value for " + v.Type().String())
	}
}

// setPointer sets an optional or nullable value. Of two pointers, or one to what
// may be nil itself, the outer one says that null is there.
func (s *subject) setPointer(v reflect.Value, b any) {
	switch v.Type().Elem().Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map, reflect.Interface:
	default:
		if b == nil {
			v.SetZero()
			return
		}
	}
	v.Set(reflect.New(v.Type().Elem()))
	s.set(v.Elem(), b)
}

// setStruct sets the fields of a struct, or a union through its constructor.
func (s *subject) setStruct(v reflect.Value, fields map[string]any) {
	for name, value := range fields {
		if construct, ok := s.unions[name]; ok && reflect.TypeOf(construct).Out(0) == v.Type() {
			argument := reflect.New(reflect.TypeOf(construct).In(0)).Elem()
			s.set(argument, value)
			v.Set(reflect.ValueOf(construct).Call([]reflect.Value{argument})[0])
			return
		}
		field := v.FieldByName(name)
		if !field.IsValid() {
			panic(v.Type().String() + " has no field " + name)
		}
		s.set(field, value)
	}
}

// nested makes an error that stands in another.
func (s *subject) nested(b any) error {
	m := b.(map[string]any)
	params, _ := m["Params"].(map[string]any)
	err, _ := s.raise(build{Entry: m["Entry"].(string), Status: int(integer(m["Status"])), Params: params})
	return err
}

// instant is a time in microseconds of Unix time, which may be more than 64 bits.
func instant(b any) time.Time {
	micros, ok := new(big.Int).SetString(b.(json.Number).String(), 10)
	if !ok {
		panic(b)
	}
	seconds, rest := new(big.Int).DivMod(micros, big.NewInt(1e6), new(big.Int))
	return time.Unix(seconds.Int64(), 1000*rest.Int64())
}

func integer(b any) int64 {
	n, err := b.(json.Number).Int64()
	if err != nil {
		panic(err)
	}
	return n
}

func must(_ int, err error) {
	if err != nil {
		panic(err)
	}
}
