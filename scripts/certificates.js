/*
 * Certificates for tests, made anew each time: an authority nobody trusts, and one of a server, for
 * the names given. Nothing secret lies in the repository.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** @param {readonly string[]} args */
const openssl = (args) => execFileSync("openssl", args, { stdio: "pipe" });

/**
 * @param {string} folder where the files go
 * @param {readonly string[]} names as in a certificate: "DNS:localhost", "IP:127.0.0.1"
 * @returns {{ authority: string, certificate: string, key: string }} paths
 */
export function makeCertificates(folder, names) {
  const file = /** @param {string} name */ (name) => join(folder, name);
  const fresh = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  const subject = ["-subj", "/CN=Billscope test"];
  const authority = ["-keyout", file("authority.key"), "-out", file("authority.pem")];
  openssl(["req", "-x509", ...fresh, ...authority, "-days", "2", ...subject]);
  openssl(["req", ...fresh, "-keyout", file("server.key"), "-out", file("server.csr"), ...subject]);
  writeFileSync(file("names"), `subjectAltName=${names.join(",")}\n`);
  const signing = [
    "-CA",
    file("authority.pem"),
    "-CAkey",
    file("authority.key"),
    "-CAcreateserial",
  ];
  const request = ["x509", "-req", "-in", file("server.csr"), "-out", file("server.pem")];
  openssl([...request, ...signing, "-days", "2", "-extfile", file("names")]);
  return {
    authority: file("authority.pem"),
    certificate: file("server.pem"),
    key: file("server.key"),
  };
}
