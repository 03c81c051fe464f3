#include "koyomi-report-error.h"
#include "koyomi-table-file.h"
#include "koyomi-xlsx-check.h"

#include <glib/gstdio.h>
#include <string.h>
#include <zlib.h>

/* Random damage to sound workbooks. Whatever comes of it, reading ends in a table or in an error of ours. */

#define N_TURNS 700

typedef struct
{
  guint8 *bytes;
  gsize   length;
} Zip;

static guint32
get_word (const guint8 *bytes)
{
  return bytes[0] | bytes[1] << 8 | bytes[2] << 16 | (guint32) bytes[3] << 24;
}

/* Makes the checksums of a zip file without packing right again, so that damage within a part reaches the parser and is
 * not told by the checksum. */
static void
mend_checksums (Zip *zip)
{
  for (gsize i = 0; i + 46 < zip->length; i++)
    {
      guint8 *entry = zip->bytes + i;
      guint32 size, local, begin, crc;

      if (get_word (entry) != 0x02014b50 || entry[10] != 0)
        continue;

      size = get_word (entry + 24);
      local = get_word (entry + 42);
      if (local > zip->length - 30)
        continue;

      begin = local + 30 + (get_word (zip->bytes + local + 26) & 0xffff) + (get_word (zip->bytes + local + 28) & 0xffff);
      if (begin > zip->length || size > zip->length - begin)
        continue;

      crc = GUINT32_TO_LE (crc32 (crc32 (0, NULL, 0), zip->bytes + begin, size));
      memcpy (entry + 16, &crc, sizeof crc);
    }
}

static void
damage (Zip   *zip,
        gsize  end,
        GRand *random)
{
  static const char letters[] = "<>&\"'/=;![]?-0159:AZrcvst \t\n\xff\xe3";

  for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
    {
      gsize at = g_rand_int_range (random, 0, end);
      gsize drawn = g_rand_int_range (random, 1, 40);
      gsize length = MIN (drawn, end - at);
      gsize from = g_rand_int_range (random, 0, zip->length - length + 1);

      switch (g_rand_int_range (random, 0, 6))
        {
        case 0:
          zip->bytes[at] ^= 1 << g_rand_int_range (random, 0, 8);
          break;
        case 1:
          zip->bytes[at] = g_rand_int (random);
          break;
        case 2:
        case 3:
          zip->bytes[at] = letters[g_rand_int_range (random, 0, sizeof letters - 1)];
          break;
        case 4:
          memmove (zip->bytes + at, zip->bytes + from, length);
          break;
        default:
          memset (zip->bytes + at, zip->bytes[at], length);
          break;
        }
    }
}

static gboolean
take_row (const KoyomiSheetRow  *row,
          gpointer               data,
          GError               **error)
{
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_assert_true (g_utf8_validate (row->cells[i].text, -1, NULL));
      g_assert_cmpuint (row->cells[i].column, <, KOYOMI_SHEET_MAX_COLUMNS);
      g_assert_true (i == 0 || row->cells[i].column > row->cells[i - 1].column);
    }

  return TRUE;
}

static gboolean
read_all (const char *path)
{
  KoyomiTableLimits limits;
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiTableFile) table = NULL;
  gboolean good;

  koyomi_table_limits_init (&limits);
  limits.part_size = limits.total_size = 8 << 20;

  table = koyomi_table_file_open (path, NULL, &limits, NULL, &error);
  good = table != NULL;
  for (guint i = 0; good && i < koyomi_table_file_get_n_sheets (table); i++)
    good = koyomi_table_file_read (table, i, take_row, NULL, NULL, NULL, NULL, NULL, &error);

  g_assert_true (good == (error == NULL));
  g_assert_true (good || error->domain == KOYOMI_REPORT_ERROR);

  return good;
}

static void
check_all (const char *path)
{
  guint64 counts[2] = { 0, 0 };
  KoyomiXlsxExpectation expectation = { 1, counts, counts };
  g_autoptr(GError) error = NULL;

  if (!koyomi_xlsx_check (path, &expectation, NULL, &error))
    g_assert_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_CHECK);
}

static void
test_damage (gconstpointer data)
{
  g_autofree char *sample = g_test_build_filename (G_TEST_BUILT, "report", "workbooks", data, NULL);
  g_autofree char *folder = g_dir_make_tmp ("koyomi-fuzz-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "workbook.xlsx", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr(GRand) random = g_rand_new_with_seed (20261122);
  gsize length, directory;
  guint n_good = 0;

  g_assert_true (g_file_get_contents (sample, &bytes, &length, NULL));
  for (directory = 0; get_word ((guint8 *) bytes + directory) != 0x02014b50; directory++)
    ;

  for (guint turn = 0; turn < N_TURNS; turn++)
    {
      g_autofree guint8 *copy = g_memdup2 (bytes, length);
      Zip zip = { copy, length };

      /* The directory at the end is hit as often as the parts if that is left to chance. */
      damage (&zip, turn % 4 == 0 ? length : directory, random);
      if (turn % 10 == 9)
        zip.length = g_rand_int_range (random, 0, length);
      else
        mend_checksums (&zip);

      g_assert_true (g_file_set_contents_full (path, (const char *) zip.bytes, zip.length, G_FILE_SET_CONTENTS_NONE, 0600,
                                               NULL));
      n_good += read_all (path);
      check_all (path);
    }

  g_test_message ("%u of %u still read", n_good, N_TURNS);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/report/xlsx-fuzz/damaged-parts-end-well", "stored.xlsx", test_damage);
  g_test_add_data_func ("/report/xlsx-fuzz/damaged-packed-workbook-ends-well", "ordinary.xlsx", test_damage);
  g_test_add_data_func ("/report/xlsx-fuzz/damaged-small-workbook-ends-well", "good.xlsx", test_damage);

  return g_test_run ();
}
