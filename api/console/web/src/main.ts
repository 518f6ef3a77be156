import { restorePreferences } from "./preferences.js";
import { startRouter } from "./router.js";
import { startRowKeys, startShortcuts } from "./shortcuts.js";
import "./frame.js";

restorePreferences();
startRouter();
startShortcuts();
startRowKeys();
