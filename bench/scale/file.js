import Database from 'better-sqlite3';

/** Bytes that the responses of a file take, all indexes counted, and that the whole file takes, for each response. */
export function bytesPerResponse(file) {
  const database = new Database(file, { readonly: true });
  const oneValue = (sql) => database.prepare(sql).pluck().get();
  const responses = oneValue('select count(*) from response');
  const bytesOf = (which) => oneValue(`select sum(pgsize) from dbstat where name ${which}`);
  const indexes = "in (select name from sqlite_schema where tbl_name = 'response')";
  const bytes = { responses: bytesOf(indexes) / responses, wholeFile: bytesOf("<> ''") / responses };
  database.close();
  return { responses, bytes };
}
