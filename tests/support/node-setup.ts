/** Before any import in Node: the standard time API, which Node 20 lacks. */
import 'temporal-polyfill/global';
