#include "koyomi-letters.h"
#include "koyomi-model-error.h"

static KoyomiAlphabet *
make_alphabet (void)
{
  static const char * const own[][3] = {
    { "P", "Owner of the process", "Decides how it is done" },
    { "承", "承認", "内容を承認する" },
    { "R", "not another R", "" },
    { "承", "not twice", "" },
    { "QA", "not two", "" },
    { "-", "not a separator", "" },
  };
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    {
      KoyomiRecord *record = koyomi_record_new (KOYOMI_TABLE_LETTER);

      koyomi_record_set_text (record, KOYOMI_LETTER_LETTER, own[i][0]);
      koyomi_record_set_text (record, KOYOMI_LETTER_NAME, own[i][1]);
      koyomi_record_set_text (record, KOYOMI_LETTER_MEANING, own[i][2]);
      g_ptr_array_add (records, record);
    }

  return koyomi_alphabet_new (records);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *written;   /* NULL where it is refused */
    const char *named;     /* the letter that the refusal names */
  } cases[] = {
    { "", "" },
    { " ", "" },
    { "-", "" },
    { "―", NULL, "―" },
    { "—", "" },
    { "R", "R" },
    { "AR", "RA" },
    { "RR", "R" },
    { "sicar", "RACIS" },
    { "ra p", "RAP" },
    { "P承A", "AP承" },
    { "R, A", "RA" },
    { "R/A", "RA" },
    { "Ｒ・ａ", "RA" },
    { "R、C", "RC" },
    { "R\nI", "RI" },
    { "X", NULL, "“X”" },
    { "RX", NULL, "“X”" },
    { "R1", NULL, "“1”" },
    { "責", NULL, "“責”" },
    { "R?A", NULL, "“?”" },
  };
  g_autoptr(KoyomiAlphabet) alphabet = make_alphabet ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      KoyomiLetters letters = 4711;
      gboolean done = koyomi_alphabet_parse (alphabet, cases[i].text, &letters, &error);
      g_autofree char *written = NULL;

      g_test_message ("“%s”", cases[i].text);
      if (cases[i].written == NULL)
        {
          g_assert_false (done);
          g_assert_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_SYNTAX);
          g_assert_nonnull (g_strstr_len (error->message, -1, cases[i].named));
          g_assert_cmpuint (letters, ==, 4711);
          continue;
        }

      g_assert_no_error (error);
      written = koyomi_alphabet_format (alphabet, letters);
      g_assert_cmpstr (written, ==, cases[i].written);
    }
}

static void
test_keys (void)
{
  static const struct
  {
    const char *before;
    gunichar    key;
    const char *after;   /* NULL where the key is not ours */
  } cases[] = {
    { "", 'R', "R" },
    { "", 'r', "R" },
    { "R", 'a', "RA" },
    { "RA", 'A', "R" },
    { "R", 'r', "" },
    { "RA", 'p', "RAP" },
    { "S", 0x627f, "S承" },
    { "R", 0xff21, "RA" },
    { "R", 'x', NULL },
    { "R", ' ', NULL },
    { "R", '-', NULL },
  };
  g_autoptr(KoyomiAlphabet) alphabet = make_alphabet ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KoyomiLetters after = 0;
      g_autofree char *written = NULL;

      g_test_message ("“%s” and %u", cases[i].before, cases[i].key);
      g_assert_cmpint (koyomi_alphabet_type (alphabet, koyomi_alphabet_read (alphabet, cases[i].before), cases[i].key, &after), ==,
                       cases[i].after != NULL);
      if (cases[i].after == NULL)
        continue;

      written = koyomi_alphabet_format (alphabet, after);
      g_assert_cmpstr (written, ==, cases[i].after);
    }
}

static void
test_names (void)
{
  g_autoptr(KoyomiAlphabet) alphabet = make_alphabet ();
  KoyomiLetters letters = KOYOMI_LETTERS_R | KOYOMI_LETTERS_A;
  g_autofree char *english = koyomi_alphabet_describe (alphabet, letters, KOYOMI_LANGUAGE_EN);
  g_autofree char *japanese = koyomi_alphabet_describe (alphabet, letters, KOYOMI_LANGUAGE_JA);
  g_autofree char *nothing = koyomi_alphabet_describe (alphabet, KOYOMI_LETTERS_NONE, KOYOMI_LANGUAGE_EN);

  g_assert_cmpuint (koyomi_alphabet_get_n_letters (alphabet), ==, 7);
  g_assert_cmpstr (koyomi_alphabet_get_letter (alphabet, 0), ==, "R");
  g_assert_cmpstr (koyomi_alphabet_get_letter (alphabet, 6), ==, "承");
  g_assert_cmpstr (koyomi_alphabet_get_name (alphabet, 6, KOYOMI_LANGUAGE_JA), ==, "承認");
  g_assert_cmpstr (koyomi_alphabet_get_meaning (alphabet, 5, KOYOMI_LANGUAGE_EN), ==, "Decides how it is done");
  g_assert_cmpstr (koyomi_alphabet_get_meaning (alphabet, 2, KOYOMI_LANGUAGE_EN), ==, "Is asked before a decision");
  g_assert_cmpstr (english, ==, "Responsible, Accountable");
  g_assert_cmpstr (japanese, ==, "実行責任、説明責任");
  g_assert_cmpstr (nothing, ==, "");
}

/* A letter that is no longer the organisation's own still stands in the plan. */
static void
test_strangers_are_kept (void)
{
  g_autoptr(KoyomiAlphabet) alphabet = koyomi_alphabet_new (NULL);
  KoyomiLetters letters = koyomi_alphabet_read (alphabet, "A Z X R");
  g_autofree char *written = koyomi_alphabet_format (alphabet, letters);
  g_autofree char *described = koyomi_alphabet_describe (alphabet, letters, KOYOMI_LANGUAGE_EN);

  g_assert_cmpstr (written, ==, "RAZX");
  g_assert_cmpstr (described, ==, "Responsible, Accountable, Z, X");
  g_assert_cmpuint (koyomi_letters_read_common ("ZRA"), ==, KOYOMI_LETTERS_R | KOYOMI_LETTERS_A);
}

static void
test_new_letters (void)
{
  static const struct
  {
    const char *letter;
    gboolean    is_allowed;
  } cases[] = {
    { "T", TRUE }, { "審", TRUE }, { "R", FALSE }, { "r", FALSE }, { "P", FALSE }, { "", FALSE }, { " ", FALSE }, { "TT", FALSE },
    { "・", FALSE }, { "Ａ", FALSE },
  };
  g_autoptr(KoyomiAlphabet) alphabet = make_alphabet ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("“%s”", cases[i].letter);
      g_assert_cmpint (koyomi_alphabet_check_new (alphabet, cases[i].letter, &error), ==, cases[i].is_allowed);
      if (!cases[i].is_allowed)
        g_assert_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_INVALID);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/letters/parse", test_parse);
  g_test_add_func ("/model/letters/typed-key-adds-or-takes-away", test_keys);
  g_test_add_func ("/model/letters/have-names-in-both-languages", test_names);
  g_test_add_func ("/model/letters/unknown-ones-in-the-plan-are-kept", test_strangers_are_kept);
  g_test_add_func ("/model/letters/which-can-be-added", test_new_letters);

  return g_test_run ();
}
