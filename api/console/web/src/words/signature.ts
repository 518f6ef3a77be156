// Words of personal digital signatures. They say what cryptography says: none of them says what an act is worth in law.
import { say, type Pair } from "./words.js";

export type SignatureStanding =
    | "TRUSTED"
    | "UNTRUSTED"
    | "UNKNOWN_ISSUER"
    | "EXPIRED"
    | "NOT_YET_VALID"
    | "NOT_FOR_SIGNING"
    | "WEAK";

const standings: Record<SignatureStanding, Pair> = {
    TRUSTED: [
        "Chữ ký khớp với nội dung; tổ chức cấp chứng thư được hệ thống này tin cậy",
        "The signature fits the content; this system trusts who issued the certificate",
    ],
    UNTRUSTED: [
        "Chữ ký khớp với nội dung; tổ chức cấp chứng thư chưa được tin cậy",
        "The signature fits the content; who issued the certificate is not trusted",
    ],
    UNKNOWN_ISSUER: [
        "Chữ ký khớp với nội dung; hệ thống này chưa được cấu hình tổ chức cấp chứng thư nào để đối chiếu",
        "The signature fits the content; this system was given no issuer of certificates to compare with",
    ],
    EXPIRED: [
        "Chữ ký khớp với nội dung; chứng thư đã hết hạn khi chữ ký được tiếp nhận",
        "The signature fits the content; the certificate had expired when the signature came in",
    ],
    NOT_YET_VALID: [
        "Chữ ký khớp với nội dung; chứng thư chưa có hiệu lực khi chữ ký được tiếp nhận",
        "The signature fits the content; the certificate was not valid yet when the signature came in",
    ],
    NOT_FOR_SIGNING: [
        "Chữ ký khớp với nội dung; chứng thư không được cấp để ký",
        "The signature fits the content; the certificate was not issued for signing",
    ],
    WEAK: [
        "Chữ ký khớp với nội dung; thuật toán hoặc khóa đã yếu, có thể bị giả mạo",
        "The signature fits the content; its algorithm or key is weak and can be forged",
    ],
};

export const isSignatureStanding = (value: string): value is SignatureStanding => value in standings;
export const signatureWords = (standing: SignatureStanding): string => say(standings[standing]);

// Of the trace of a signature.
export const signedFields: Record<string, Pair> = {
    signed: ["Việc được ký", "Act that was signed"],
    signedPosition: ["Bản ghi được ký", "Record that was signed"],
    standing: ["Kết quả kiểm tra mật mã", "What cryptography says"],
    certificate: ["Chứng thư của", "Certificate of"],
    issuer: ["Tổ chức cấp", "Issuer"],
};
