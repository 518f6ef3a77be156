// Checks receipts (C2SP tlog-proof) with Go's own packages for signed notes and transparency logs:
//
//	check VKEY FILE...
//
// Prints "ok" or "refused: why" for each file. The record comes with the receipt, as its extra line.
package main

import (
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// Bytes have one spelling: what does not encode to itself again is refused.
func decode(text string) ([]byte, error) {
	bytes, err := base64.StdEncoding.DecodeString(text)
	if err == nil && base64.StdEncoding.EncodeToString(bytes) != text {
		err = errors.New("not the one base64 of its bytes")
	}
	return bytes, err
}

func hash(text string) (tlog.Hash, error) {
	var hash tlog.Hash
	bytes, err := decode(text)
	if err == nil && len(bytes) != len(hash) {
		err = errors.New("not a hash")
	}
	copy(hash[:], bytes)
	return hash, err
}

func number(text string) (int64, error) {
	value, err := strconv.ParseInt(text, 10, 64)
	if err == nil && (value < 0 || strconv.FormatInt(value, 10) != text) {
		err = errors.New("not a plain number")
	}
	return value, err
}

func check(text string, verifier note.Verifier) error {
	head, checkpoint, found := strings.Cut(text, "\n\n")
	if !found {
		return errors.New("no checkpoint")
	}
	lines := strings.Split(head, "\n")
	if len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "extra ") ||
		!strings.HasPrefix(lines[2], "index ") {
		return errors.New("not a receipt with its record")
	}
	record, err := decode(lines[1][len("extra "):])
	if err != nil {
		return err
	}
	index, err := number(lines[2][len("index "):])
	if err != nil {
		return err
	}
	var proof tlog.RecordProof
	for _, line := range lines[3:] {
		step, err := hash(line)
		if err != nil {
			return err
		}
		proof = append(proof, step)
	}
	opened, err := note.Open([]byte(checkpoint), note.VerifierList(verifier))
	if err != nil {
		return err
	}
	for _, line := range strings.Split(strings.TrimSuffix(checkpoint[len(opened.Text)+1:], "\n"), "\n") {
		words := strings.Split(line, " ")
		if _, err := decode(words[len(words)-1]); err != nil {
			return err
		}
	}
	body := strings.Split(opened.Text, "\n")
	if len(body) < 4 || body[0] != verifier.Name() {
		return errors.New("not a checkpoint of this log")
	}
	size, err := number(body[1])
	if err != nil {
		return err
	}
	root, err := hash(body[2])
	if err != nil {
		return err
	}
	return tlog.CheckRecord(proof, size, root, index, tlog.RecordHash(record))
}

func main() {
	verifier, err := note.NewVerifier(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	status := 0
	for _, path := range os.Args[2:] {
		text, err := os.ReadFile(path)
		if err == nil {
			err = check(string(text), verifier)
		}
		if err != nil {
			fmt.Printf("refused: %q\n", err.Error())
			status = 1
		} else {
			fmt.Println("ok")
		}
	}
	os.Exit(status)
}
