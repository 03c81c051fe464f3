#include "koyomi-calendar-pdf.h"
#include "koyomi-calendar-png.h"
#include "koyomi-sample-calendar.h"

#include <cairo.h>
#include <string.h>

typedef gboolean (*Write) (KoyomiCalendar  *calendar,
                           GOutputStream   *stream,
                           GCancellable    *cancellable,
                           GError         **error);

static gboolean
write_png (KoyomiCalendar  *calendar,
           GOutputStream   *stream,
           GCancellable    *cancellable,
           GError         **error)
{
  return koyomi_calendar_write_png (calendar, KOYOMI_CALENDAR_PNG_SCALE, stream, cancellable, error);
}

static gboolean
write_pdf (KoyomiCalendar  *calendar,
           GOutputStream   *stream,
           GCancellable    *cancellable,
           GError         **error)
{
  return koyomi_calendar_write_pdf (calendar, KOYOMI_PAPER_A3, 1, stream, cancellable, error);
}

static const Write writers[] = { write_pdf, write_png };

static GBytes *
write_bytes (Write           write,
             KoyomiSample    sample,
             KoyomiLanguage  language)
{
  g_autoptr(KoyomiCalendar) calendar = koyomi_sample_calendar_new (sample, language);
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GError) error = NULL;

  write (calendar, stream, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (g_output_stream_is_closed (stream));
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_is_deterministic (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autoptr(GBytes) one = write_bytes (writers[i], KOYOMI_SAMPLE_FULL, KOYOMI_LANGUAGE_JA);
      g_autoptr(GBytes) two = write_bytes (writers[i], KOYOMI_SAMPLE_FULL, KOYOMI_LANGUAGE_JA);

      g_assert_true (g_bytes_equal (one, two));
      g_assert_cmpuint (g_bytes_get_size (one), >, 10000);
    }
}

/* A stream of so many bytes stands for a disk that is full after them. */
static void
test_full_disk (void)
{
  g_autoptr(KoyomiCalendar) calendar = koyomi_sample_calendar_new (KOYOMI_SAMPLE_THREE_ROWS, KOYOMI_LANGUAGE_JA);

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autoptr(GBytes) whole = write_bytes (writers[i], KOYOMI_SAMPLE_THREE_ROWS, KOYOMI_LANGUAGE_JA);
      gsize size = g_bytes_get_size (whole);
      gsize rooms[] = { 0, 1, 1000, size / 2, size - 1 };

      for (guint j = 0; j < G_N_ELEMENTS (rooms); j++)
        {
          g_autofree char *buffer = g_malloc (rooms[j] + 1);
          g_autoptr(GOutputStream) stream = g_memory_output_stream_new (buffer, rooms[j], NULL, NULL);
          g_autoptr(GError) error = NULL;

          g_test_message ("writer %u, room for %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT, i, rooms[j], size);
          g_assert_false (writers[i] (calendar, stream, NULL, &error));
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
        }
    }
}

static void
test_cancel (void)
{
  g_autoptr(KoyomiCalendar) calendar = koyomi_sample_calendar_new (KOYOMI_SAMPLE_FULL, KOYOMI_LANGUAGE_JA);

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GError) error = NULL;

      g_cancellable_cancel (cancellable);
      g_assert_false (writers[i] (calendar, stream, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==, 0);
    }
}

typedef struct
{
  const guchar *data;
  gsize         left;
} Source;

static cairo_status_t
read_cb (void          *closure,
         unsigned char *data,
         unsigned int   length)
{
  Source *source = closure;

  if (length > source->left)
    return CAIRO_STATUS_READ_ERROR;

  memcpy (data, source->data, length);
  source->data += length;
  source->left -= length;

  return CAIRO_STATUS_SUCCESS;
}

static void
assert_png_size (double scale,
                 int    least_width,
                 int    most_width)
{
  g_autoptr(KoyomiCalendar) calendar = koyomi_sample_calendar_new (KOYOMI_SAMPLE_EIGHTY_ROWS, KOYOMI_LANGUAGE_JA);
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GError) error = NULL;
  cairo_surface_t *surface;
  Source source;

  koyomi_calendar_write_png (calendar, scale, stream, NULL, &error);
  g_assert_no_error (error);
  source.data = g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream));
  source.left = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream));

  surface = cairo_image_surface_create_from_png_stream (read_cb, &source);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), >=, least_width);
  g_assert_cmpint (cairo_image_surface_get_width (surface), <=, most_width);
  g_assert_cmpint (cairo_image_surface_get_height (surface), >, cairo_image_surface_get_width (surface));
  cairo_surface_destroy (surface);
}

/* The whole year is one picture; an absurd scale is cut to what fits into memory. */
static void
test_png_scale (void)
{
  assert_png_size (1, 1190, 1190);
  assert_png_size (2, 2380, 2380);
  assert_png_size (400, 2380, 20000);
}

/* No program reads a PDF on which Cairo gave up half way: the text that is not UTF-8 is mended. */
static void
test_invalid_text (void)
{
  g_autoptr(KoyomiCalendar) calendar = koyomi_sample_calendar_new (KOYOMI_SAMPLE_THREE_ROWS, KOYOMI_LANGUAGE_EN);
  g_autoptr(GError) error = NULL;

  g_free (calendar->organisation);
  calendar->organisation = g_strdup ("Aozora \xff\xc0 Works");
  g_free (calendar->as_of);
  calendar->as_of = g_strdup ("some day");

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();

      writers[i] (calendar, stream, NULL, &error);
      g_assert_no_error (error);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/calendar/same-calendar-gives-same-bytes", test_is_deterministic);
  g_test_add_func ("/report/calendar/full-disk-is-seen", test_full_disk);
  g_test_add_func ("/report/calendar/cancelled-writes-nothing", test_cancel);
  g_test_add_func ("/report/calendar/picture-has-the-scale-asked-for", test_png_scale);
  g_test_add_func ("/report/calendar/invalid-text-does-no-harm", test_invalid_text);

  return g_test_run ();
}
