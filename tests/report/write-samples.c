#include "koyomi-calendar-pdf.h"
#include "koyomi-calendar-png.h"
#include "koyomi-sample-calendar.h"

/* write-samples FOLDER */
int
main (int    argc,
      char **argv)
{
  static const char * const names[KOYOMI_N_SAMPLES] = {
    "full", "three-rows", "eighty-rows", "january", "no-bars", "twelve-lanes", "no-rows"
  };

  g_assert_cmpint (argc, ==, 2);

  for (int i = 0; i < KOYOMI_N_SAMPLES; i++)
    for (int language = 0; language < KOYOMI_N_LANGUAGES; language++)
      {
        g_autoptr(KoyomiCalendar) calendar = koyomi_sample_calendar_new (i, language);
        g_autoptr(GError) error = NULL;

        for (int png = 0; png <= 1; png++)
          {
            g_autofree char *path = g_strdup_printf ("%s/%s-%s.%s", argv[1], names[i],
                                                     koyomi_language_get_code (language), png ? "png" : "pdf");
            g_autoptr(GFile) file = g_file_new_for_path (path);
            g_autoptr(GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, 0, NULL, &error);

            g_assert_no_error (error);
            if (png)
              koyomi_calendar_write_png (calendar, KOYOMI_CALENDAR_PNG_SCALE, G_OUTPUT_STREAM (stream), NULL, &error);
            else
              koyomi_calendar_write_pdf (calendar, KOYOMI_PAPER_A3, 1, G_OUTPUT_STREAM (stream), NULL, &error);
            g_assert_no_error (error);
            g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &error);
            g_assert_no_error (error);
          }
      }

  return 0;
}
