package leak

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"shop.example/shop"
)

func text(err error) error {
	return shop.NewStorageFailed(err.Error(), "") // want `the text of err goes to clients as reason of shop.ErrStorageFailed`
}

func private(err error) error {
	return shop.NewStorageFailed("the disk", err.Error())
}

func cause(err error) error { return shop.NewStorageFailed("the disk", "").WithCause(err) }

func printed(err error) error {
	return shop.NewStorageFailed(fmt.Sprintf("disk: %v", err), "") // want `the text of err goes to clients`
}

func sprint(err error) error {
	return shop.NewStorageFailed(fmt.Sprint("disk: ", err), "") // want `the text of err goes to clients`
}

func added(err error) error {
	return shop.NewStorageFailed("disk: "+err.Error(), "") // want `the text of err goes to clients`
}

func variable(err error) error {
	reason := err.Error()
	return shop.NewStorageFailed(reason, "") // want `the text of err goes to clients`
}

func reassigned(err error) error {
	reason := err.Error()
	reason = "the disk"
	return shop.NewStorageFailed(reason, "") // two values: nothing is said
}

func literal(err error) error {
	return &shop.StorageFailedError{Reason: err.Error()} // want `the text of err goes to clients as Reason`
}

func literalPrivate(err error) error {
	return &shop.StorageFailedError{Reason: "the disk", Detail: err.Error()}
}

func literalOf(err error) error {
	return shop.New(&shop.StorageFailedError{Reason: fmt.Sprintf("%s", err)}) // want `the text of err goes to clients`
}

func trimmed(err error) error {
	return shop.NewStorageFailed(strings.TrimSpace(err.Error()), "") // want `the text of err goes to clients`
}

func path(err *os.PathError) error {
	return shop.NewStorageFailed(err.Error(), "") // want `the text of err goes to clients`
}

func member(err *os.PathError) error { return shop.NewStorageFailed(err.Op, "") }

func own(err *shop.Error) error { return shop.NewStorageFailed(err.Error(), "") }

func ownID() error { return shop.NewStorageFailed(shop.ErrUnauthorized.Error(), "") }

func ownData(err *shop.OutOfStockError) error { return shop.NewStorageFailed(err.Error(), "") }

func made() error {
	return shop.NewStorageFailed(errors.New("disk").Error(), "") // want `the text of errors.New\("disk"\) goes to clients`
}

func logged(err error) error {
	fmt.Println(err.Error())
	return shop.NewStorageFailed("the disk", "")
}

func other(err error) error { return shop.NewStorageFailed(other2(err), "") }

func other2(error) string { return "" }

func ignored(err error) error {
	//errgen:ignore leak because the text is the validator's, which is written for users
	return shop.NewStorageFailed(err.Error(), "")
}

func converted(err error) error {
	return shop.NewStorageFailed(string(err.Error()), "") // want `the text of err goes to clients`
}

var global = shop.NewStorageFailed(errors.New("x").Error(), "") // want `the text of errors.New\("x"\) goes to clients`
