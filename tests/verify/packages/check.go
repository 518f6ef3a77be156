// Checks audit packages with Go's own packages for archives, signed notes and transparency logs:
//
//	check VKEY FILE...
//
// Prints "ok" or "refused: why" for each file. Written from LOG_FORMAT.md; of CBOR it reads what a record is made of.
package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math/bits"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// What is wrong is thrown and becomes the verdict.
func require(condition bool, what string) {
	if !condition {
		panic(errors.New(what))
	}
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func number(text string) int64 {
	value, err := strconv.ParseInt(text, 10, 64)
	require(err == nil && value >= 0 && strconv.FormatInt(value, 10) == text, "not a plain number")
	return value
}

func digest(text string) (hash tlog.Hash) {
	value, err := hex.DecodeString(text)
	require(err == nil && len(value) == len(hash) && hex.EncodeToString(value) == text, "not a hash")
	copy(hash[:], value)
	return
}

type file struct {
	name    string
	content []byte
}

// The one archive of these files.
func archive(files []file) []byte {
	var body, directory bytes.Buffer
	for _, one := range files {
		var head bytes.Buffer
		for _, half := range []uint16{20, 0x0800, 0, 0, 0x21} {
			binary.Write(&head, binary.LittleEndian, half)
		}
		size := uint32(len(one.content))
		for _, word := range []uint32{crc32.ChecksumIEEE(one.content), size, size, uint32(len(one.name))} {
			binary.Write(&head, binary.LittleEndian, word)
		}
		at := uint32(body.Len())
		body.WriteString("PK\x03\x04" + head.String() + one.name)
		body.Write(one.content)
		directory.WriteString("PK\x01\x02\x14\x00" + head.String() + strings.Repeat("\x00", 10))
		binary.Write(&directory, binary.LittleEndian, at)
		directory.WriteString(one.name)
	}
	end := uint32(body.Len())
	body.Write(directory.Bytes())
	body.WriteString("PK\x05\x06\x00\x00\x00\x00")
	for range "ab" {
		binary.Write(&body, binary.LittleEndian, uint16(len(files)))
	}
	binary.Write(&body, binary.LittleEndian, uint32(directory.Len()))
	binary.Write(&body, binary.LittleEndian, end)
	body.WriteString("\x00\x00")
	return body.Bytes()
}

func filesOf(data []byte) (files []file, byName map[string][]byte) {
	reader, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(err)
	byName = map[string][]byte{}
	for _, one := range reader.File {
		opened, err := one.Open()
		must(err)
		content, err := io.ReadAll(opened)
		must(err)
		require(byName[one.Name] == nil, "a file is there twice")
		byName[one.Name] = append([]byte{}, content...)
		files = append(files, file{one.Name, content})
	}
	require(bytes.Equal(archive(files), data), "not the one archive of its files")
	return
}

// The text of a note that bears the signature of the key and no other.
// The text of a note with the signature of the key alone, or, where witnesses may sign, theirs under it.
func open(bytes []byte, verifier note.Verifier, witnessed bool) string {
	opened, err := note.Open(bytes, note.VerifierList(verifier))
	must(err)
	line := "\n\u2014 " + verifier.Name() + " " + opened.Sigs[0].Base64 + "\n"
	for _, other := range opened.UnverifiedSigs {
		require(witnessed && other.Name != verifier.Name(), "a note is signed by others, too")
		raw, err := base64.StdEncoding.DecodeString(other.Base64)
		require(err == nil && base64.StdEncoding.EncodeToString(raw) == other.Base64, "base64 of another form")
		line += "\u2014 " + other.Name + " " + other.Base64 + "\n"
	}
	require(opened.Text+line == string(bytes), "a note has lines of another form or order")
	raw, err := base64.StdEncoding.DecodeString(opened.Sigs[0].Base64)
	require(err == nil && base64.StdEncoding.EncodeToString(raw) == opened.Sigs[0].Base64, "base64 of another form")
	return opened.Text
}

// One value of deterministic CBOR: a number, bytes, a text, a list or nothing.
type value struct {
	kind   byte
	number uint64
	bytes  []byte
	list   []value
}

func read(data []byte) (value, []byte) {
	require(len(data) > 0, "a record ends early")
	kind, low := data[0]>>5, uint64(data[0]&31)
	data = data[1:]
	if kind == 7 {
		require(low == 22, "a record holds what no record holds")
		return value{kind: kind}, data
	}
	number := low
	if low >= 24 {
		require(low <= 27, "a head of indefinite length")
		width := 1 << (low - 24)
		require(len(data) >= width, "a record ends early")
		number = 0
		for _, octet := range data[:width] {
			number = number<<8 | uint64(octet)
		}
		data = data[width:]
		shortest := number >= 24
		if width > 1 {
			shortest = number>>(8*(width/2)) > 0
		}
		require(shortest, "a head is not the shortest")
	}
	found := value{kind: kind, number: number}
	switch kind {
	case 0, 1:
	case 2, 3:
		require(number <= uint64(len(data)), "a record ends early")
		found.bytes, data = data[:number], data[number:]
		require(kind == 2 || utf8.Valid(found.bytes), "a text is not UTF-8")
	case 4:
		for ; number > 0; number-- {
			var one value
			one, data = read(data)
			found.list = append(found.list, one)
		}
	default:
		panic(errors.New("a record holds what no record holds"))
	}
	return found, data
}

func (one value) text() string {
	require(one.kind == 3, "not a text")
	return string(one.bytes)
}

func (one value) count() int64 {
	require(one.kind == 0 && one.number < 1<<63, "not a number")
	return int64(one.number)
}

func (one value) all() []value {
	require(one.kind == 4, "not a list")
	return one.list
}

type record struct {
	position    int64
	leaf        tlog.Hash
	kind        string
	stream      string
	revision    int64
	subjects    map[string]int64
	commitments []value
}

func recordsOf(data []byte, origin string, size int64) (records []record) {
	last := int64(-1)
	for len(data) > 0 {
		require(len(data) > 2, "records.bin ends early")
		length := 2 + int(binary.BigEndian.Uint16(data))
		require(length <= len(data), "records.bin ends early")
		raw := data[2:length]
		data = data[length:]
		whole, rest := read(raw)
		fields := whole.all()
		require(len(rest) == 0 && len(fields) == 22 && fields[0].count() == 1, "not a record")
		one := record{position: fields[2].count(), leaf: tlog.RecordHash(raw), kind: fields[6].text(),
			stream: fields[3].text(), revision: fields[4].count(), subjects: map[string]int64{}}
		require(fields[1].text() == origin && last < one.position && one.position < size, "a record from elsewhere")
		for _, subject := range fields[12].all() {
			pair := subject.all()
			require(len(pair) == 2, "not a subject")
			one.subjects[pair[0].text()] = pair[1].count()
		}
		one.commitments = fields[21].all()
		last = one.position
		records = append(records, one)
	}
	return
}

// The root of the leaves and of the subtrees between them. Each is used once, in order.
func rootOf(size int64, records []record, lines []string) tlog.Hash {
	var root func(low, high int64) tlog.Hash
	root = func(low, high int64) tlog.Hash {
		count := high - low
		if count&(count-1) == 0 && (len(records) == 0 || records[0].position >= high) {
			require(len(lines) > 0, "tree.txt ends early")
			words := strings.Split(lines[0], " ")
			lines = lines[1:]
			require(len(words) == 3 && number(words[0]) == low && number(words[1]) == high, "tree.txt does not fit")
			return digest(words[2])
		}
		if count == 1 {
			require(records[0].position == low, "a record is used twice")
			leaf := records[0].leaf
			records = records[1:]
			return leaf
		}
		middle := low + 1<<(bits.Len64(uint64(count-1))-1)
		left := root(low, middle)
		return tlog.NodeHash(left, root(middle, high))
	}
	require(size > 0, "a log without entries")
	found := root(0, size)
	require(len(records) == 0 && len(lines) == 0, "tree.txt holds more than the tree")
	return found
}

func linesOf(text []byte) []string {
	require(len(text) == 0 || text[len(text)-1] == '\n', "a line is not ended")
	lines := strings.Split(string(text), "\n")
	return lines[:len(lines)-1]
}

// Every part that is shown against its commitment. Which files events name, with their SHA-256 in hexadecimal.
func checkPayloads(lines []string, records []record) map[string]string {
	named := map[string]string{}
	for _, one := range records {
		for part, commitment := range one.commitments {
			require(len(lines) > 0, "payloads.txt ends early")
			words := strings.SplitN(lines[0], "\t", 5)
			lines = lines[1:]
			require(len(words) == 5 && number(words[0]) == one.position && number(words[1]) == int64(part),
				"payloads.txt has the parts of other records")
			_, about := one.subjects[words[2]]
			require(about || words[2] == "-", "a part is about nobody whom its record names")
			if words[3] == "erased" || words[3] == "withheld" {
				require(words[4] == "-", "a part is shown and not shown")
				continue
			}
			salt := digest(words[3])
			sum := sha256.Sum256([]byte("mb-payload-v1" + string(salt[:]) + words[4]))
			require(commitment.kind == 2 && bytes.Equal(sum[:], commitment.bytes), "not what was committed to")
			if part > 0 {
				continue
			}
			var event struct{ RulebookHash, Attachment, Digest string }
			switch one.kind {
			case "cycle.opened", "cycle.rulebook-bound":
				must(json.Unmarshal([]byte(words[4]), &event))
				named["rulebooks/"+event.RulebookHash+".txt"] = event.RulebookHash
			case "attachment.stored":
				must(json.Unmarshal([]byte(words[4]), &event))
				named["attachments/"+event.Attachment] = event.Digest
			}
		}
	}
	require(len(lines) == 0, "payloads.txt holds more")
	return named
}

func check(data []byte, vkey string, verifier note.Verifier) (err error) {
	defer func() {
		if wrong := recover(); wrong != nil {
			err = fmt.Errorf("%v", wrong)
		}
	}()
	files, byName := filesOf(data)
	require(string(byName["key.txt"]) == vkey+"\n", "another key")
	lines := linesOf([]byte(open(byName["manifest.txt"], verifier, false)))
	require(len(lines) > 6 && lines[0] == "minhbach package v1", "not a manifest")
	head := map[string]string{}
	for at, name := range []string{"origin", "scope", "size", "root", "simulated"} {
		require(strings.HasPrefix(lines[at+1], name+" "), "another head of the manifest")
		head[name] = lines[at+1][len(name)+1:]
	}
	require(head["simulated"] == "yes" || head["simulated"] == "no", "simulated or not?")
	counts, listed := map[string]int64{}, 0
	for _, line := range lines[6:] {
		words := strings.SplitN(line, " ", 4)
		switch {
		case len(words) == 4 && words[0] == "file":
			require(listed < len(files)-1 && files[listed].name == words[3], "there are other files than listed")
			sum := sha256.Sum256(files[listed].content)
			require(tlog.Hash(sum) == digest(words[1]) && int64(len(files[listed].content)) == number(words[2]),
				words[3]+" is not the file listed")
			listed++
		case len(words) == 3 && (words[0] == "subject" || words[0] == "stream") && listed == 0:
			_, twice := counts[words[0]+" "+words[1]]
			require(!twice, "a list is counted twice")
			counts[words[0]+" "+words[1]] = number(words[2])
		default:
			panic(errors.New("the manifest has a line that is none"))
		}
	}
	require(listed == len(files)-1 && files[listed].name == "manifest.txt", "there are other files than listed")
	if strings.HasPrefix(head["scope"], "person/") {
		_, claimed := counts["subject "+head["scope"][len("person/"):]]
		require(claimed, "it does not claim to be complete about its person")
	}
	size, root := number(head["size"]), digest(head["root"])
	wanted := fmt.Sprintf("%s\n%d\n%s\n", verifier.Name(), size, root)
	require(head["origin"] == verifier.Name() && open(byName["checkpoint.txt"], verifier, true) == wanted,
		"another checkpoint")
	records := recordsOf(byName["records.bin"], verifier.Name(), size)
	require(rootOf(size, records, linesOf(byName["tree.txt"])) == root, "another root")
	named := checkPayloads(linesOf(byName["payloads.txt"]), records)
	found := map[string]int64{}
	next := func(name string, number int64) {
		if _, claimed := counts[name]; claimed {
			require(found[name] == number, name+" is not complete")
			found[name]++
		}
	}
	for _, one := range records {
		next("stream "+one.stream, one.revision)
		for subject, number := range one.subjects {
			next("subject "+subject, number)
		}
	}
	for name, count := range counts {
		require(found[name] == count, name+" is not complete")
	}
	for _, one := range files {
		if strings.HasPrefix(one.name, "rulebooks/") || strings.HasPrefix(one.name, "attachments/") {
			sum := sha256.Sum256(one.content)
			require(named[one.name] == hex.EncodeToString(sum[:]), one.name+" is not what an event names")
		}
	}
	return nil
}

func main() {
	verifier, err := note.NewVerifier(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	status := 0
	for _, path := range os.Args[2:] {
		data, err := os.ReadFile(path)
		if err == nil {
			err = check(data, os.Args[1], verifier)
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
