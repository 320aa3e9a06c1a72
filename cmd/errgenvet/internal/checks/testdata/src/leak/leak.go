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

// What is made on the spot has the text that is written there.
func made() error { return shop.NewStorageFailed(errors.New("the disk").Error(), "") }

func madeOf(n int) error {
	return shop.NewStorageFailed(fmt.Errorf("disk %d", n).Error(), "")
}

func madeBefore() error {
	err := errors.New("the disk")
	return shop.NewStorageFailed(err.Error(), "")
}

func madeOfAnother(err error) error {
	return shop.NewStorageFailed(fmt.Errorf("disk: %w", err).Error(), "") // want `the text of err goes to clients`
}

func joined(err error) error {
	return shop.NewStorageFailed(errors.Join(errors.New("disk"), err).Error(), "") // want `the text of err goes to clients`
}

func called() error {
	return shop.NewStorageFailed(other3().Error(), "") // want `the text of other3\(\) goes to clients`
}

func other3() error { return nil }

func calledBefore() error {
	err := other3()
	return shop.NewStorageFailed(err.Error(), "") // want `the text of err goes to clients`
}

var errDisk = errors.New("the disk")

func sentinel() error { return shop.NewStorageFailed(errDisk.Error(), "") }

func assigned(n int) error {
	err := errors.New("the disk")
	if n > 0 {
		err = other3()
	}
	return shop.NewStorageFailed(err.Error(), "") // want `the text of err goes to clients`
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

var global = shop.NewStorageFailed(os.ErrNotExist.Error(), "") // want `the text of os.ErrNotExist goes to clients`
