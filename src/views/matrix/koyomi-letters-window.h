#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* The letters of the matrix: those that everybody knows, and the organisation's own. */
#define KOYOMI_TYPE_LETTERS_WINDOW (koyomi_letters_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiLettersWindow, koyomi_letters_window, KOYOMI, LETTERS_WINDOW, KoyomiPlanWindow)

void koyomi_letters_window_present (GtkWindow       *parent,
                                    KoyomiWorkspace *workspace);

G_END_DECLS
