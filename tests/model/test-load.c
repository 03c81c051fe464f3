#include "koyomi-day.h"
#include "koyomi-load.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef void (*RowFunc) (char **cells);

static void
for_each_row (const char *name,
              guint       n_columns,
              guint       least,
              RowFunc     check)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  guint n_rows = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++, n_rows++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, n_columns);
      g_test_message ("%s", cells[0]);
      check (cells);
    }
  g_assert_cmpuint (n_rows, >=, least);
}

static guint32
parse_day (const char *text)
{
  g_autoptr(GError) error = NULL;
  guint32 day = koyomi_day_parse (text, &error);

  g_assert_no_error (error);

  return day;
}

static void
add_row (GPtrArray        *rows,
         const char       *first_day,
         const char       *last_day,
         KoyomiDayOffKind  kind)
{
  KoyomiRecord *row = koyomi_record_new (KOYOMI_TABLE_DAY_OFF);

  koyomi_record_set_int (row, KOYOMI_DAY_OFF_FIRST_DAY, parse_day (first_day));
  koyomi_record_set_int (row, KOYOMI_DAY_OFF_LAST_DAY, parse_day (last_day));
  koyomi_record_set_int (row, KOYOMI_DAY_OFF_KIND, kind);
  g_ptr_array_add (rows, row);
}

/* The calendar "company" of the golden tables; "public" has no rows. */
static KoyomiWorkCalendar *
make_calendar (const char *name)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  if (strcmp (name, "public") == 0)
    return koyomi_work_calendar_new (NULL);

  g_assert_cmpstr (name, ==, "company");
  add_row (rows, "2026-08-13", "2026-08-14", KOYOMI_DAY_OFF_KIND_OFF);
  add_row (rows, "2026-12-29", "2027-01-04", KOYOMI_DAY_OFF_KIND_OFF);
  add_row (rows, "2026-11-28", "2026-11-28", KOYOMI_DAY_OFF_KIND_WORKING);

  return koyomi_work_calendar_new (rows);
}

static void
assert_numbers (const double *numbers,
                const char   *expected,
                double        epsilon)
{
  g_auto(GStrv) words = g_strsplit (expected, " ", -1);

  g_assert_cmpuint (g_strv_length (words), ==, 12);
  for (guint i = 0; i < 12; i++)
    g_assert_cmpfloat_with_epsilon (numbers[i], g_ascii_strtod (words[i], NULL), epsilon);
}

static void
check_shares (char **cells)
{
  g_autoptr(KoyomiWorkCalendar) calendar = make_calendar (cells[3]);
  KoyomiLoadYear year;
  double shares[12];

  koyomi_load_year_init (&year, (KoyomiFiscalYear) { atoi (cells[4]), atoi (cells[5]) }, calendar);
  koyomi_load_year_spread (&year, parse_day (cells[1]), parse_day (cells[2]), shares);
  assert_numbers (shares, cells[6], 1e-6);
}

static void
test_shares (void)
{
  for_each_row ("load.tsv", 7, 17, check_shares);
}

static guint32
read_day (const char *cell)
{
  return *cell != '\0' ? parse_day (cell) : KOYOMI_DAY_NONE;
}

static void
check_capacity (char **cells)
{
  g_autoptr(KoyomiWorkCalendar) calendar = make_calendar (cells[4]);
  KoyomiLoadYear year;
  double working_days[12], capacities[12];

  koyomi_load_year_init (&year, (KoyomiFiscalYear) { atoi (cells[5]), 4 }, calendar);
  for (guint i = 0; i < 12; i++)
    {
      working_days[i] = year.working_days[i];
      capacities[i] = koyomi_load_year_capacity (&year, i, g_ascii_strtod (cells[1], NULL), read_day (cells[2]), read_day (cells[3]));
    }
  assert_numbers (working_days, cells[6], 0.01);
  assert_numbers (capacities, cells[7], 1e-4);
}

static void
test_capacity (void)
{
  g_autoptr(KoyomiWorkCalendar) calendar = make_calendar ("public");
  KoyomiLoadYear year;

  for_each_row ("load-capacity.tsv", 8, 9, check_capacity);
  koyomi_load_year_init (&year, (KoyomiFiscalYear) { 2026, 4 }, calendar);
  g_assert_true (isnan (koyomi_load_year_capacity (&year, 0, NAN, 0, 0)));
}

static void
test_share (void)
{
  KoyomiLoadCell cell = { .planned = 6, .routine = 3, .capacity = 10 };

  g_assert_cmpfloat (koyomi_load_cell_get_days (&cell), ==, 9);
  g_assert_cmpfloat (koyomi_load_cell_get_share (&cell), ==, 0.9);
  g_assert_false (koyomi_load_cell_is_over (&cell));
  cell.planned = 7;
  g_assert_false (koyomi_load_cell_is_over (&cell));
  cell.planned = 7.01;
  g_assert_true (koyomi_load_cell_is_over (&cell));
  cell.capacity = 0;
  g_assert_true (koyomi_load_cell_is_over (&cell));
  cell.capacity = NAN;
  g_assert_false (koyomi_load_cell_is_over (&cell));
  g_assert_true (isnan (koyomi_load_cell_get_share (&cell)));
  cell = (KoyomiLoadCell) { 0 };
  g_assert_cmpfloat (koyomi_load_cell_get_share (&cell), ==, 0);
  g_assert_false (koyomi_load_cell_is_over (&cell));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/load/shares-of-months/golden", test_shares);
  g_test_add_func ("/model/load/capacity/golden", test_capacity);
  g_test_add_func ("/model/load/over-capacity-is-told", test_share);

  return g_test_run ();
}
